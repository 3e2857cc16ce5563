package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.review.Picture.Table;

/** What is read and not seen: findings, claims and lessons. */
final class RecordTables {
    private final PageWords words;

    RecordTables(PageWords words) {
        this.words = words;
    }

    /** As printed and as computed again, with the repair. */
    Picture findings(List<QualityFinding> findings, String source) {
        var title = words.of("review.findings.title");
        if (findings.isEmpty()) {
            return Picture.without("findings", title, words.of("review.findings.none"));
        }
        var rows = new ArrayList<List<String>>();
        for (var finding : findings) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    words.label("finding-kinds", finding.kind()) + ": " + finding.subject(),
                    finding.found().in(words.language()),
                    finding.expected().in(words.language()),
                    finding.repair().in(words.language()),
                    finding.acceptance() == null
                            ? words.label("finding-severities", finding.severity())
                            : words.of(
                                    "review.findings.accepted",
                                    finding.acceptance().reason())));
        }
        return new Picture(
                "findings",
                title,
                words.of("review.findings.subtitle"),
                "",
                null,
                null,
                Table.ofWords(
                        List.of(
                                words.of("review.findings.number"),
                                words.of("review.findings.where"),
                                words.of("review.findings.found"),
                                words.of("review.findings.expected"),
                                words.of("review.findings.repair"),
                                words.of("review.status")),
                        rows),
                List.of(),
                source,
                null);
    }

    /** What the source says of figures, held to them. */
    Picture claims(List<ClaimEvaluationResponse> claims, String source) {
        var title = words.of("review.claims.title");
        if (claims.isEmpty()) {
            return Picture.without("claims", title, words.of("review.absent.nothing"));
        }
        return new Picture(
                "claims",
                title,
                words.of("review.claims.subtitle"),
                "",
                null,
                null,
                Table.ofWords(
                        List.of(
                                words.of("review.claims.claim"),
                                words.of("review.claims.stated"),
                                words.of("review.findings.found"),
                                words.of("review.claims.outcome"),
                                words.of("review.source")),
                        claims.stream()
                                .map(claim -> List.of(
                                        claim.statement(),
                                        words.plain(claim.stated()) + " " + words.label("claim-units", claim.unit()),
                                        claim.found() == null
                                                ? words.of("review.no-figure")
                                                : words.plain(claim.found()),
                                        words.label("claim-outcomes", claim.outcome()),
                                        claim.source()))
                                .toList()),
                List.of(),
                source,
                null);
    }

    /** Conclusions first. */
    Picture lessons(RecordedLessons lessons) {
        var title = words.of("review.lessons.title");
        // A lesson is recorded in the language of its source, and some in another language too.
        var tag = words.language().tag();
        var inLanguage = lessons.items().stream()
                .flatMap(lesson -> lesson.in(tag).stream())
                .sorted((one, other) ->
                        Boolean.compare(one.kind() != LessonKind.CONCLUSION, other.kind() != LessonKind.CONCLUSION))
                .toList();
        if (inLanguage.isEmpty()) {
            return Picture.without("lessons", title, words.of("review.absent.nothing"));
        }
        return new Picture(
                "lessons",
                title,
                words.of("review.lessons.subtitle"),
                "",
                null,
                null,
                Table.ofWords(
                        List.of(
                                words.of("review.lessons.kind"),
                                words.of("review.lessons.lesson"),
                                words.of("review.source")),
                        inLanguage.stream()
                                .map(lesson -> List.of(
                                        words.label("lesson-kinds", lesson.kind()),
                                        lesson.text() == null ? lesson.title() : lesson.title() + ". " + lesson.text(),
                                        lesson.source()))
                                .toList()),
                List.of(),
                null,
                null);
    }
}
