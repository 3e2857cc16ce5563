package nl.doorlichting.reporting.lessons;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublishableRecordService;

// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class LessonService extends PublishableRecordService<Lesson, LessonRequest, LessonResponse> {
    LessonService(
            EntityManager entities,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals) {
        super(Lesson.class, entities, own, places, catalogue, proposals);
    }

    @Override
    protected Lesson make(UUID id, LessonRequest request, Instant now) {
        return new Lesson(id, request, now, own.subject());
    }

    @Override
    protected Function<Lesson, LessonResponse> responses(List<Lesson> shown) {
        var reviews = reviews(shown);
        return lesson -> LessonResponse.from(lesson, reviews.apply(lesson));
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(Text.of("lesson.reference-taken"), LessonResource.PATH + "/" + existing);
    }
}
