package nl.doorlichting.gateway.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Rejects a question that finds nothing because its owner, funding-service, does not have what it names. It is asked for a
 * report without anything only: a figure may name what funding-service does not have.
 */
@ApplicationScoped
public class UnknownReferences {
    // Each is a request of its own.
    private static final int MOST = 20;

    private final FundingClient funding;

    UnknownReferences(FundingClient funding) {
        this.funding = funding;
    }

    /** The report; fails with 400 if it has nothing and the question names what does not exist. */
    public <R> Uni<R> check(Question question, R report, List<ReportNote> notes) {
        return check(
                question,
                report,
                notes.stream().anyMatch(note -> note.code().equals(NoteCode.NOTHING_RECORDED.name())));
    }

    /** The same for a report without notes. */
    public <R> Uni<R> check(Question question, R report, boolean nothing) {
        return check(nothing ? asked(question) : List.of(), report);
    }

    /** The same for a report of one programme. */
    public <R> Uni<R> check(String programme, R report, boolean nothing) {
        return check(nothing ? List.of(ask("programme", programme, funding::lacksProgramme)) : List.of(), report);
    }

    private static <R> Uni<R> check(List<Uni<Violation>> asked, R report) {
        if (asked.isEmpty() || asked.size() > MOST) {
            return Uni.createFrom().item(report);
        }
        return Uni.join().all(asked).andFailFast().map(found -> {
            var violations = found.stream().filter(Objects::nonNull).toList();
            if (!violations.isEmpty()) {
                throw ProblemException.violations(violations);
            }
            return report;
        });
    }

    private List<Uni<Violation>> asked(Question question) {
        var asked = new ArrayList<Uni<Violation>>();
        if (question.programme() != null) {
            asked.add(ask("programme", question.programme(), funding::lacksProgramme));
        }
        add(asked, question, Dimension.PROJECT, funding::lacksProject);
        add(asked, question, Dimension.ORGANISATION, funding::lacksOrganisation);
        return asked;
    }

    private static void add(
            List<Uni<Violation>> asked, Question question, Dimension dimension, Function<String, Uni<Boolean>> lacks) {
        if (question.filters(dimension)) {
            question.codes(dimension).stream()
                    .filter(code -> !code.equals(Dimension.NOT_STATED))
                    .forEach(code -> asked.add(ask(dimension.jsonName(), code, lacks)));
        }
    }

    private static Uni<Violation> ask(String name, String value, Function<String, Uni<Boolean>> lacks) {
        return lacks.apply(value)
                .map(unknown -> unknown
                        ? Violation.query(
                                name,
                                ViolationCode.UNKNOWN_VALUE,
                                Map.of("value", value),
                                Text.of("report.reference-unknown", name, value))
                        : null);
    }
}
