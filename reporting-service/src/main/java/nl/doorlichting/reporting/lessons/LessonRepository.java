package nl.doorlichting.reporting.lessons;

import jakarta.inject.Singleton;
import nl.doorlichting.reporting.publication.PublishableRecordRepository;

@Singleton
class LessonRepository extends PublishableRecordRepository<Lesson> {
    LessonRepository() {
        super(Lesson.class);
    }
}
