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
import nl.doorlichting.reporting.publication.PublishableRecordService;

// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class LessonService extends PublishableRecordService<Lesson, LessonRequest, LessonResponse> {
    LessonService(EntityManager entities, OwnRecords own, PlaceValidator places, Catalogue catalogue) {
        super(Lesson.class, entities, own, places, catalogue);
    }

    @Override
    protected Lesson make(UUID id, LessonRequest request, Instant now) {
        return new Lesson(id, request, now, own.subject());
    }

    @Override
    protected Function<Lesson, LessonResponse> responses(List<Lesson> shown) {
        return lesson -> LessonResponse.from(lesson, lesson.allowedActions(own));
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(Text.of("lesson.reference-taken"), LessonResource.PATH + "/" + existing);
    }
}
