package imr

// Private is a name or a number in the record that leads to the employee, the employer, a provider or the administrator. A public copy
// does not show it, nor a word of it in what it quotes.
type Private struct {
	Kind PrivateKind `json:"kind"`
	Text string      `json:"text"` // a day as YYYY-MM-DD
}

// PrivateKind is what a private name or number is of.
type PrivateKind string

// The kinds of what is private. Each word of a person's name is withheld; of the others ordinary words are not ("clinic", "street").
const (
	PrivatePerson       PrivateKind = "person"
	PrivateOrganization PrivateKind = "organization" // an employer, an administrator, a practice
	PrivateAddress      PrivateKind = "address"
	PrivateNumber       PrivateKind = "number" // of a claim, a telephone, a licence
	PrivateDay          PrivateKind = "day"    // of birth
)
