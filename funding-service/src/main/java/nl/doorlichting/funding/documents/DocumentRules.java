package nl.doorlichting.funding.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Which caller may add which document to what. Source: docs/design/roles.md#table. */
final class DocumentRules {
    // A decision rests on the documents of its day.
    private static final Set<String> UNDECIDED = Set.of("DRAFT", "SUBMITTED", "INCOMPLETE", "ASSESSED");
    private static final List<DocumentCategory> OF_APPLICATION = List.of(DocumentCategory.APPLICATION);
    private static final List<DocumentCategory> OF_AWARD =
            List.of(DocumentCategory.AWARD, DocumentCategory.ACCOUNTABILITY, DocumentCategory.SETTLEMENT);

    private DocumentRules() {}

    /**
     * The category of a new document: the stated one, or the usual one of this caller. 403 or 409 when it is refused.
     */
    static DocumentCategory categoryOf(DocumentParent parent, DocumentCategory stated, Caller caller) {
        var category = stated == null ? usual(parent, caller) : stated;
        if (parent.kind() == DocumentParent.Kind.APPLICATION) {
            refuseDecided(parent);
            return category;
        }
        if (category != DocumentCategory.ACCOUNTABILITY && !caller.may(FundingAccess.WRITE_AWARDS)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("document.accountability-only"));
        }
        return category;
    }

    /** What is wrong with the stated category of a new document here; null is none. */
    static List<Violation> violations(DocumentParent.Kind kind, String stated) {
        var allowed = kind == DocumentParent.Kind.APPLICATION ? OF_APPLICATION : OF_AWARD;
        if (stated == null || allowed.stream().map(Enum::name).anyMatch(stated::equals)) {
            return List.of();
        }
        var exists = Stream.of(DocumentCategory.values()).map(Enum::name).anyMatch(stated::equals);
        return List.of(Violation.body(
                "/category",
                exists ? ViolationCode.NOT_ALLOWED : ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                exists ? Text.of("document.category-not-here") : Text.of("value.not-one-of", allowed)));
    }

    /** 409 once the application is submitted with the document. */
    static void refuseRemoval(Document document, DocumentParent parent) {
        if (!isRemovable(document, parent)) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("document.not-in-draft", parent.status()),
                    Map.of("allowed", List.of()));
        }
    }

    /** Whether it was added to a draft, or since the application was found incomplete, and is not submitted yet. */
    static boolean isRemovable(Document document, DocumentParent parent) {
        return parent.openSince() != null && !document.createdAt().isBefore(parent.openSince());
    }

    private static DocumentCategory usual(DocumentParent parent, Caller caller) {
        if (parent.kind() == DocumentParent.Kind.APPLICATION) {
            return DocumentCategory.APPLICATION;
        }
        return caller.may(FundingAccess.WRITE_AWARDS) ? DocumentCategory.AWARD : DocumentCategory.ACCOUNTABILITY;
    }

    private static void refuseDecided(DocumentParent parent) {
        if (!UNDECIDED.contains(parent.status())) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("document.application-closed", parent.status()),
                    Map.of("allowed", List.of()));
        }
    }
}
