// Package s3server gives a test an S3 server of its own: versitygw over a folder, built from its module as a process of its own.
package s3server
