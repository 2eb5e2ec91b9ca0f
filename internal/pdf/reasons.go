package pdf

import "strings"

// Why a page was not read, or a file not to its end. What a reader says of a page is one of these, whichever reader it is.
const (
	ReasonDamaged = "the page is damaged and could not be read"
	ReasonCodes   = "the page's fonts do not tell which characters they show; " + needsRecognition
	ReasonPages   = "the file has more pages than are read"

	reasonScan    = "the page is a picture without text (a scan); " + needsRecognition
	reasonLayer   = "the page is a scan with a hidden text layer, which a person cannot see; " + needsRecognition
	reasonPartial = "most of the page is a picture and only a few words beside it are text; " + needsRecognition
	reasonPicture = "the page has pictures or drawings and no text; " + needsRecognition
	reasonPartly  = "the page is damaged and its text may not be complete"
	reasonTooLong = "the page draws more than is read; its text is not complete"
	reasonCut     = "the file is cut off or its list of pages is lost, so that pages may be missing; send the complete file"

	needsRecognition = "it needs text recognition"
)

// NeedsRecognition reports whether a page was not read because only text recognition can tell what stands on it.
func NeedsRecognition(reason string) bool { return strings.HasSuffix(reason, needsRecognition) }
