package nl.doorlichting.funding.documents;

import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/** The fields of a form besides its file. The category is one of those that documents have where it is added. */
interface DocumentRequest extends HasCrossFieldRules {
    String category();

    String description();

    /** Of a document of an application. */
    record OfApplication(
            String category, @Size(min = 1, max = 2000) String description) implements DocumentRequest {
        @Override
        public List<Violation> crossViolations() {
            return DocumentRules.violations(DocumentParent.Kind.APPLICATION, category);
        }
    }

    /** Of a document of an award. */
    record OfAward(
            String category, @Size(min = 1, max = 2000) String description) implements DocumentRequest {
        @Override
        public List<Violation> crossViolations() {
            return DocumentRules.violations(DocumentParent.Kind.AWARD, category);
        }
    }
}
