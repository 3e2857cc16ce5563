package nl.doorlichting.reporting.lessons;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublishableRecordService;
import nl.doorlichting.reporting.publication.ReviewedChanges;

// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class LessonService extends PublishableRecordService<Lesson, LessonRequest, LessonResponse>
        implements BodyRules {
    private static final String TRANSLATION_OF = "/translationOf";

    private final EntityManager entities;

    LessonService(
            EntityManager entities,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals,
            ReviewedChanges changes) {
        super(Lesson.class, entities, own, places, catalogue, proposals, changes);
        this.entities = entities;
    }

    @Override
    protected Lesson make(UUID id, LessonRequest request, Instant now) {
        return new Lesson(id, request, now, own.subject());
    }

    @Override
    protected Function<Lesson, LessonResponse> responses(List<Lesson> shown) {
        var reviews = reviews(shown);
        var translations = translations(shown.stream().map(Lesson::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        lesson -> lesson.content().translationOf(),
                        Collectors.mapping(Lesson::asTranslation, Collectors.toList())));
        return lesson ->
                LessonResponse.from(lesson, translations.getOrDefault(lesson.id(), List.of()), reviews.apply(lesson));
    }

    private List<Lesson> translations(List<UUID> lessons) {
        if (lessons.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "from Lesson where translationOf in :lessons and withdrawal.withdrawnAt is null order by language",
                        Lesson.class)
                .setParameter("lessons", lessons)
                .getResultList();
    }

    /** The filter, and only translations of lessons that stand, or only what is none; all for null. */
    public static Filter narrow(Filter filter, Boolean translation) {
        return translation == null
                ? filter
                : filter.where((translation ? "" : "not ") + "exists (select 1 from Lesson original"
                        + " where original.id = e.translationOf and original.withdrawal.withdrawnAt is null)");
    }

    @Override
    protected void refuseUnfit(LessonRequest request, UUID self) {
        super.refuseUnfit(request, self);
        if (request.translationOf() != null) {
            refuseSecondTranslation(request, self);
        }
    }

    @Override
    protected void refuseMisfits(LessonRequest request, UUID self) {
        ProblemException.together(() -> super.refuseMisfits(request, self), () -> {
            if (request.translationOf() != null && request.programme() != null) {
                ProblemException.refuse(violationsOfTranslation(request, self));
            }
        });
    }

    /** What else is wrong with a lesson that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof LessonRequest request
                ? ProblemException.noted(() -> refuseMisfits(request, null))
                : List.of();
    }

    private List<Violation> violationsOfTranslation(LessonRequest request, UUID self) {
        var original = entities.find(Lesson.class, request.translationOf());
        if (original == null || !original.content().programme().equals(request.programme())) {
            return List.of(Violation.unknownReference(
                    TRANSLATION_OF, request.translationOf(), Text.of("lesson.translation-of-unknown")));
        }
        var violations = new ArrayList<Violation>();
        if (original.id().equals(self)
                || original.content().translationOf() != null
                || self != null && !translations(List.of(self)).isEmpty()) {
            violations.add(Violation.body(
                    TRANSLATION_OF, ViolationCode.NOT_ALLOWED, Text.of("lesson.translation-of-translation")));
        }
        if (original.content().language().equals(request.language())) {
            violations.add(
                    Violation.body("/language", ViolationCode.NOT_ALLOWED, Text.of("lesson.translation-language")));
        }
        return violations;
    }

    private void refuseSecondTranslation(LessonRequest request, UUID self) {
        // So that the refusal of the second of two at once names the first.
        RecordLocks.waitForOthersOf("translations of lesson " + request.translationOf(), entities);
        entities.createQuery("from Lesson where translationOf = :original and language = :language", Lesson.class)
                .setParameter("original", request.translationOf())
                .setParameter("language", request.language())
                .getResultStream()
                .filter(existing -> !existing.id().equals(self))
                .findFirst()
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            Text.of("lesson.translation-taken"), LessonResource.PATH + "/" + existing.id());
                });
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(Text.of("lesson.reference-taken"), LessonResource.PATH + "/" + existing);
    }
}
