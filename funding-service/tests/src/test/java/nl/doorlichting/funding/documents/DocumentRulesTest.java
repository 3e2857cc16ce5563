package nl.doorlichting.funding.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRulesTest {
    private static final Caller OFFICER = new Caller("officer", Set.of(Role.GRANT_OFFICER), null);
    private static final Caller GRANTEE = new Caller("grantee", Set.of(Role.GRANTEE), "ORG");

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "SUBMITTED", "INCOMPLETE", "ASSESSED"})
    void acceptsDocumentsOfUndecidedApplication(String status) {
        var application = parent(DocumentParent.Kind.APPLICATION, status);
        assertEquals(DocumentCategory.APPLICATION, DocumentRules.categoryOf(application, null, GRANTEE));
        assertEquals(List.of(ViolationCode.NOT_ALLOWED), violations(application, DocumentCategory.AWARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRANTED", "REFUSED", "NOT_CONSIDERED", "WITHDRAWN"})
    void rejectsDocumentsOfDecidedApplication(String status) {
        assertEquals(
                ProblemType.INVALID_STATE, refusal(parent(DocumentParent.Kind.APPLICATION, status), null, GRANTEE));
    }

    @Test
    void acceptsAccountabilityOfGrantee() {
        var award = parent(DocumentParent.Kind.AWARD, "GRANTED");
        assertEquals(DocumentCategory.ACCOUNTABILITY, DocumentRules.categoryOf(award, null, GRANTEE));
        assertEquals(ProblemType.FORBIDDEN, refusal(award, DocumentCategory.SETTLEMENT, GRANTEE));
        assertEquals(ProblemType.FORBIDDEN, refusal(award, DocumentCategory.AWARD, GRANTEE));
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentCategory.class,
            names = {"AWARD", "ACCOUNTABILITY", "SETTLEMENT"})
    void acceptsAllCategoriesOfOfficer(DocumentCategory category) {
        var award = parent(DocumentParent.Kind.AWARD, "SETTLED");
        assertEquals(category, DocumentRules.categoryOf(award, category, OFFICER));
        assertEquals(DocumentCategory.AWARD, DocumentRules.categoryOf(award, null, OFFICER));
        assertEquals(List.of(), violations(award, category));
        assertEquals(List.of(ViolationCode.NOT_ALLOWED), violations(award, DocumentCategory.APPLICATION));
    }

    private static List<String> violations(DocumentParent parent, DocumentCategory stated) {
        return DocumentRules.violations(parent.kind(), stated.name()).stream()
                .map(Violation::code)
                .toList();
    }

    private static ProblemType refusal(DocumentParent parent, DocumentCategory category, Caller caller) {
        return assertThrows(ProblemException.class, () -> DocumentRules.categoryOf(parent, category, caller))
                .type();
    }

    private static DocumentParent parent(DocumentParent.Kind kind, String status) {
        return new DocumentParent(kind, UUID.randomUUID(), "ORG", status, null);
    }
}
