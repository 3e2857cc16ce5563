package nl.doorlichting.training.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.advicequestions.AdviceQuestionTexts;
import nl.doorlichting.training.advicequestions.AdviceQuestionTexts.AskedQuestion;
import nl.doorlichting.training.attendance.AttendanceRepository;
import nl.doorlichting.training.calendars.CalendarFeeds;
import nl.doorlichting.training.networks.NetworkMembers;
import nl.doorlichting.training.privacy.PersonalDataExportResponse.PersonalDataRecord;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.registrations.Registrations;
import nl.doorlichting.training.registrations.Registrations.PersonRegistration;
import nl.doorlichting.training.trainers.TrainerRecords;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** The rights of a person (GDPR articles 15 and 17): to see all data about the person, and to have it erased. */
@ApplicationScoped
class PersonalDataService {
    private final Registrations registrations;
    private final AttendanceRepository attendances;
    private final AdviceQuestionTexts questions;
    private final TrainerRecords trainers;
    private final TrainingSessions sessions;
    private final NetworkMembers members;
    private final CalendarFeeds feeds;
    private final CurrentCaller caller;

    PersonalDataService(
            Registrations registrations,
            AttendanceRepository attendances,
            AdviceQuestionTexts questions,
            TrainerRecords trainers,
            TrainingSessions sessions,
            NetworkMembers members,
            CalendarFeeds feeds,
            CurrentCaller caller) {
        this.registrations = registrations;
        this.attendances = attendances;
        this.questions = questions;
        this.trainers = trainers;
        this.sessions = sessions;
        this.members = members;
        this.feeds = feeds;
        this.caller = caller;
    }

    @Transactional
    PersonalDataExportResponse export(PersonalDataRequest request) {
        refuseAnother(request);
        var found = registrations(request);
        var present = attendances.ofRegistrations(
                found.stream().map(PersonRegistration::id).toList());
        var subject = subject(request);
        return new PersonalDataExportResponse(
                found.stream()
                        .map(one -> PersonalDataRecord.from(one, present.get(one.id())))
                        .toList(),
                questions(request),
                subject == null ? null : trainers.ofSubject(subject).orElse(null),
                subject == null
                        ? List.of()
                        : sessions.ofTrainer(subject).stream()
                                .map(RegistrationSession::from)
                                .toList(),
                request.name() == null ? List.of() : members.named(request.name()),
                subject == null ? List.of() : feeds.ofOwner(subject));
    }

    @Transactional
    PersonalDataErasureResponse erase(PersonalDataRequest request) {
        refuseAnother(request);
        var found = registrations(request);
        registrations.erase(found);
        var erased = found.size() + questions.erase(questions(request));
        if (request.name() != null) {
            erased += members.erase(members.named(request.name()));
        }
        var subject = subject(request);
        return new PersonalDataErasureResponse(
                subject == null ? erased : erased + trainers.erase(subject) + feeds.erase(subject));
    }

    private List<PersonRegistration> registrations(PersonalDataRequest request) {
        if (request.email() != null) {
            return registrations.ofEmail(request.email());
        }
        var subject = subject(request);
        if (subject == null) {
            return List.of();
        }
        var verified = request.namesPerson() ? null : caller.verifiedEmail();
        return Stream.concat(
                        registrations.ofSubject(subject).stream(),
                        verified == null ? Stream.empty() : registrations.madeFor(verified).stream())
                .toList();
    }

    // Other people asked the questions that a coordinator recorded, so that they are not the coordinator's own data.
    private List<AskedQuestion> questions(PersonalDataRequest request) {
        var subject = subject(request);
        return subject == null || (!request.namesPerson() && isCoordinator())
                ? List.of()
                : questions.ofSubject(subject);
    }

    private String subject(PersonalDataRequest request) {
        return request.namesPerson() ? request.subject() : caller.get().subject();
    }

    /** 403 when another caller than a coordinator names a person; 400 when a caller that is only a coordinator names none. */
    private void refuseAnother(PersonalDataRequest request) {
        if (request.namesPerson() && !isCoordinator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("privacy.own-data-only"));
        }
        if (!request.namesPerson() && isCoordinator() && !isParticipantOrTrainer()) {
            throw ProblemException.violation(
                    Violation.body("/email", ViolationCode.REQUIRED, Text.of("privacy.person-required")));
        }
    }

    private boolean isCoordinator() {
        return caller.get().may(TrainingAccess.HANDLE_PERSONAL_DATA);
    }

    private boolean isParticipantOrTrainer() {
        return caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)
                || caller.get().may(TrainingAccess.LEAD_TRAINING_SESSIONS);
    }
}
