package decide

// Version is the program's version. It stands in every decision, so it changes whenever a decision could.
const Version = "0.1.0"
