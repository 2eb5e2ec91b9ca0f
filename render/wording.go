package render

// form is a fixed text of the letter. Its name is the source of the sentences made from it.
type form struct{ name, text string }

// Above every section.
var (
	formOrganization   = form{"organization", "Independent Medical Review"}
	formProposalBanner = form{"banner.proposal", "PROPOSAL – not final until a reviewer adopts it"}
	formFinalBanner    = form{"banner.final", "FINAL DETERMINATION – adopted by a reviewer"}
	formNoticeBanner   = form{"banner.notice", "NOTICE – no determination has been made"}
)

// The header table.
var (
	formCaseNumber   = form{"header.case_number", "Case Number:"}
	formAssigned     = form{"header.assigned", "Date Assigned:"}
	formInjury       = form{"header.date_of_injury", "Date of Injury:"}
	formDecisionDate = form{"header.decided", "Decision Date:"}
	formDenial       = form{"header.ur_date", "UR Denial Date:"}
	formPriority     = form{"header.priority", "Priority:"}
	formReceived     = form{"header.received", "Application Received:"}
)

// HOW THE IMR FINAL DETERMINATION WAS MADE, in a proposal.
var (
	formHowHeading = form{"how.heading", "HOW THE IMR FINAL DETERMINATION WAS MADE"}
	formHow        = []form{
		{"how.proposal", "This letter is a proposal. A computer program read the case file and applied the written guideline to it, rule by rule."},
		{"how.unreviewed", "No medical reviewer has examined it yet, and it is no determination until a reviewer adopts it."},
		{"how.reviewer", "The reviewer may also change it or set it aside."},
	}
	formQuotations  = form{"how.quotations", "Words in quotation marks are those of the records or of the law."}
	formSources     = form{"how.sources", "A number in brackets leads to a place listed at the end."}
	formWithheld    = form{"how.withheld", "“[withheld]” stands where a name or a number was taken out of this public copy."}
	formCredentials = form{"how.credentials", "The proposal is put to a reviewer with the following credentials:"}
	formNoticePut   = form{"notice.credentials", "The case is put to a reviewer with the following credentials:"}
	formLicensure   = form{"reviewer.licensure", "State(s) of Licensure: %s"}
	formSpecialty   = form{"reviewer.specialty", "Certification(s)/Specialty: %s"}
)

// The same section in a final letter. What the reviewer states of the review is the reviewer's own.
var (
	formFinal            = form{"how.final", "An expert reviewer examined the case file and made this determination."}
	formFinalProgram     = form{"how.final_program", "A computer program had read the file and proposed an outcome by the written guideline, rule by rule."}
	formFinalCredentials = form{"how.final_credentials", "The Expert Reviewer has the following credentials:"}
	formFinalIssues      = form{"issues.final_intro", "The Final Determination was based on decisions for the disputed items/services set forth below:"}
	formSplit            = form{"final.split", "Of the requested visits, %d are medically necessary and %d are not."}
	formCorrections      = form{"final.corrections", "Facts that the reviewer read otherwise than the program:"}
	formByReviewer       = form{"final.based_on", "Decision based on %s"}
	formSignature        = form{"final.signature", "Signed for %s:"}
)

// A notice, in place of the section above.
var (
	formNoticeHeading    = form{"notice.heading", "No determination"}
	formNoticeReferred   = form{"notice.referred", "The program that read this case file proposes no outcome for any disputed item. A reviewer must decide; nothing is decided by default."}
	formNoticeIneligible = form{"notice.ineligible", "The program that read this case file found that the request cannot be reviewed as the file stands. Nothing has been decided about medical necessity."}
	formNoticeWhy        = form{"notice.why", "Why:"}
)

// CLINICAL CASE SUMMARY.
var (
	formSummaryHeading = form{"summary.heading", "CLINICAL CASE SUMMARY"}
	formDocuments      = form{"summary.documents", "Documents reviewed:"}
	formNoDocuments    = form{"summary.no_documents", "No document of the case file could be told apart from the others."}
	formUnread         = form{"summary.unread", "Not read:"}
)

// IMR ISSUES, DECISIONS AND RATIONALES.
var (
	formIssuesHeading  = form{"issues.heading", "IMR ISSUES, DECISIONS AND RATIONALES"}
	formOutcomes       = form{"issues.outcomes", "“Upheld” means that the decision of utilization review stands: the treatment is not found medically necessary. “Overturned” means that the treatment is found medically necessary."}
	formIssues         = form{"issues.intro", "The proposed determination rests on decisions for the disputed items/services set forth below:"}
	formNoticeIssues   = form{"issues.notice_heading", "DISPUTED ITEMS AND OPEN QUESTIONS"}
	formUndecided      = form{"issues.undecided", "No determination - referred to a reviewer"}
	formNotReviewable  = form{"issues.not_reviewable", "No determination"}
	formGuideline      = form{"issues.guideline", "Guideline:"}
	formBasedOn        = form{"issues.based_on", "Decision based on %s."}
	formGuidelineRead  = form{"issues.guideline_read", "The guideline consulted is %s."}
	formAdministrator  = form{"issues.administrator", "Claims Administrator guideline:"}
	formRationale      = form{"issues.rationale", "Decision rationale:"}
	formReferral       = form{"issues.referral", "Why a reviewer must decide:"}
	formChange         = form{"issues.change", "What would change the result:"}
	formQuestions      = form{"issues.questions", "What a reviewer must find out:"}
	formUpheld         = form{"issues.upheld", "Upheld"}
	formOverturned     = form{"issues.overturned", "Overturned"}
	formConclusionNo   = form{"issues.conclusion_no", "The requested treatment is not medically necessary."}
	formConclusionYes  = form{"issues.conclusion_yes", "The requested treatment is medically necessary."}
	formStillOneStays  = form{"issues.one_stays", "The visit that utilization review authorized stays authorized."}
	formStillManyStay  = form{"issues.many_stay", "The %d visits that utilization review authorized stay authorized."}
	formRemainder      = form{"issues.remaining", "%s was the original request. %s was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, %s is:"}
	formNotSubtracted  = form{"issues.whole_remains", "%s was the original request. The Claims Administrator authorized %s, leaving the original request IMR eligible. The original request, %s is:"}
	formFurtherChanges = form{"issues.further_changes", "Further changes are listed in decision.json."}
)

// The closing sections.
var (
	formFlagsHeading   = form{"flags.heading", "NOTES FOR THE REVIEWER"}
	formPlacesHeading  = form{"places.heading", "WHERE THE FACTS STAND"}
	formReceiptHeading = form{"receipt.heading", "RECORDS AND THEIR FINGERPRINTS"}
	formReceiptIntro   = form{"receipt.intro", "The same records, program and texts of the law give this letter again, letter by letter. The long numbers are their SHA-256 fingerprints."}
)
