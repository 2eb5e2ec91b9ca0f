package main

type watchCommand struct {
	inboxFlags
}

// Run does cases as they become complete, until it is told to stop; then the cases under way are finished, or left for the next run.
func (c watchCommand) Run(s *session) error {
	if err := c.check(); err != nil {
		return err
	}
	b, err := openInbox(c.inboxFlags, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	b.print.warn("watching %s; stop with Ctrl-C", c.Inbox)
	err = b.engine.Watch(s.ctx)
	b.print.report()
	b.print.warn("stopped")
	if err != nil {
		return err
	}
	return b.print.verdict()
}
