package nl.doorlichting.reporting.lessons;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.PublicationSteps;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/** Records lessons, and makes them public. */
@ApplicationScoped
public class LessonService {
    private final LessonRepository lessons;
    private final OwnRecords own;
    private final PlaceValidator places;
    private final Catalogue catalogue;
    private final Clock clock;

    LessonService(LessonRepository lessons, OwnRecords own, PlaceValidator places, Catalogue catalogue, Clock clock) {
        this.lessons = lessons;
        this.own = own;
        this.places = places;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional
    LessonResponse create(LessonRequest request) {
        places.refuseUnknown(request.place(), "/place");
        refuseSecond(request, null);
        var now = clock.instant();
        var lesson = new Lesson(Ids.next(now), request, now, own.subject());
        lessons.persist(lesson);
        return response(lesson);
    }

    @Transactional
    LessonResponse update(UUID id, String ifMatch, MergePatch patch) {
        var lesson = find(id);
        IfMatch.refuseStale(ifMatch, "\"" + lesson.version + "\"");
        var changed = patch.applyTo(LessonRequest.of(lesson), LessonRequest.class);
        places.refuseUnknown(changed.place(), "/place");
        refuseSecond(changed, id);
        lesson.change(changed);
        return response(lesson);
    }

    @Transactional
    LessonResponse publish(UUID id) {
        var lesson = find(id);
        catalogue.put(lesson.publish(clock.instant(), own.subject()));
        return response(lesson);
    }

    @Transactional
    LessonResponse withdraw(UUID id) {
        var lesson = find(id);
        lesson.withdraw();
        catalogue.remove(CatalogueKind.LESSON, id);
        return response(lesson);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<LessonResponse> page(Filter filter, PageRequest request) {
        return lessons.page(own.narrow(filter), request)
                .map(lesson -> LessonResponse.from(lesson, PublicationSteps.allowed(lesson.status, own)));
    }

    @Transactional
    LessonResponse get(UUID id) {
        return response(find(id));
    }

    private Lesson find(UUID id) {
        var lesson = lessons.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(lesson.activity);
        return lesson;
    }

    // Flushed, so that the ETag is that of the version just made.
    private LessonResponse response(Lesson lesson) {
        lessons.flush();
        return LessonResponse.from(lesson, PublicationSteps.allowed(lesson.status, own));
    }

    private void refuseSecond(LessonRequest request, UUID self) {
        lessons.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id.equals(self))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            "The programme has a lesson with this reference.", LessonResource.PATH + "/" + existing.id);
                });
    }
}
