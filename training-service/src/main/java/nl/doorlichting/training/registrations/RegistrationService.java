package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.registrations.RegistrationGroupResponse.RegistrationResult;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.registrations.SealedPerson.Person;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/**
 * Registers people for sessions, corrects, cancels, erases and shows registrations. Staff see those of the session, a
 * professional the own ones. Each write holds the lock of its session, so that numbers are drawn one after another, capacity
 * is never exceeded, a person registers once, and the person who waits longest moves up first. No figure changes, because
 * figures count the people who came.
 */
@ApplicationScoped
class RegistrationService {
    private final RegistrationRepository registrations;
    private final Registrations queue;
    private final OwnRegistrations own;
    private final RollCalls rollCalls;
    private final TrainingSessions sessions;
    private final CurrentCaller caller;
    private final PersonalData data;
    private final DutchCalendar calendar;

    RegistrationService(
            RegistrationRepository registrations,
            Registrations queue,
            OwnRegistrations own,
            RollCalls rollCalls,
            TrainingSessions sessions,
            CurrentCaller caller,
            PersonalData data,
            DutchCalendar calendar) {
        this.registrations = registrations;
        this.queue = queue;
        this.own = own;
        this.rollCalls = rollCalls;
        this.sessions = sessions;
        this.caller = caller;
        this.data = data;
        this.calendar = calendar;
    }

    /** Registers the caller, or a person whom a coordinator names. */
    @Transactional
    RegistrationResponse register(UUID sessionId, RegistrationRequest request) {
        var subject = subject(request);
        if (subject == null) {
            refuseUnnamed(request);
        } else {
            refuseAddressOfOthers(request.email());
        }
        var session = lockOpen(sessionId);
        refuseDuplicate(sessionId, subject, request);
        var made = subject == null ? Optional.<Registration>empty() : madeForCaller(sessionId);
        if (made.isPresent()) {
            takeOver(made.get(), request);
            return changed(made.get(), session);
        }
        sessions.requireOpenRegistration(session);
        var registration = add(session, subject, request);
        return withoutPerson(registration, session, registration.isWaiting() ? session.waiting() : null);
    }

    /** Registers each person of the list who is not registered yet. */
    @Transactional
    RegistrationGroupResponse registerGroup(UUID sessionId, RegistrationGroupRequest request) {
        var session = lockOpen(sessionId);
        sessions.requireOpenRegistration(session);
        var created = new HashSet<Integer>();
        var rows = new ArrayList<Registration>();
        for (var row : request.registrations()) {
            rows.add(standing(sessionId, row.email()).findFirst().orElseGet(() -> {
                created.add(rows.size());
                return add(session, null, row);
            }));
        }
        registrations.flush();
        var places = registrations.placesInQueue(rows);
        return new RegistrationGroupResponse(IntStream.range(0, rows.size())
                .mapToObj(row -> new RegistrationResult(
                        row,
                        created.contains(row),
                        withoutPerson(
                                rows.get(row), session, places.get(rows.get(row).id()))))
                .toList());
    }

    /** Gives the person a place in the session, which is locked, or one in its queue. */
    private Registration add(TrainingSession session, String subject, RegistrationRequest request) {
        // The moment is taken after the lock, so that moments have the order of the numbers.
        var now = calendar.now();
        var registration = new Registration(
                Ids.next(now), session.id(), session.admit(), now, caller.get().subject());
        registration.belongTo(subject);
        registration.correct(request.profession(), sealed(registration, request));
        registrations.persist(registration);
        return registration;
    }

    @Transactional
    RegistrationResponse cancel(UUID sessionId, UUID id) {
        var session = sessions.lock(sessionId);
        var registration = forChange(sessionId, id);
        session.require(SessionAction.REGISTRATIONS, calendar.today(), registration.possibleActions());
        queue.leave(registration, session);
        return changed(registration, session);
    }

    /**
     * Replaces the person or the profession; 403 and 409 as for a new registration, and 409 for another name or address of a
     * person who registered with an account.
     */
    @Transactional
    RegistrationResponse correct(UUID sessionId, UUID id, String ifMatch, MergePatch patch) {
        var session = sessions.lock(sessionId);
        var registration = forChange(sessionId, id);
        IfMatch.refuseStale(ifMatch, registration.etag());
        registration.refuseErased();
        var person = registration.person(data);
        var stated = RegistrationRequest.of(person, registration.profession());
        var request = patch.applyTo(stated, RegistrationRequest.class);
        if (registration.subject() == null) {
            refuseUnnamed(request);
        }
        refuseAnotherPerson(registration, person, request);
        if (!StrictJson.isUnchanged(stated, request)) {
            registration.correct(request.profession(), sealed(registration, request));
            if (registration.subject() == null && !PersonalData.isSameAddress(person.email(), request.email())) {
                registration.countForAll(calendar.now());
            }
            registrations.nextVersion(registration);
        }
        return changed(registration, session);
    }

    private void refuseAnotherPerson(Registration registration, Person before, RegistrationRequest after) {
        var ofCaller = caller.get().subject().equals(registration.subject());
        if (registration.subject() != null && !ofCaller) {
            registration.refuseAnotherPerson(before, after);
            return;
        }
        if (!ofCaller && caller.get().may(TrainingAccess.WRITE_TRAININGS)) {
            standing(registration.sessionId(), after.email())
                    .filter(other -> !other.id().equals(registration.id()))
                    .findFirst()
                    .ifPresent(RegistrationService::refuseDuplicate);
            return;
        }
        if (!Objects.equals(after.email(), before.email())) {
            refuseAddressOfOthers(after.email());
        }
    }

    /** Erases the person, and cancels the registration while the session is upcoming. */
    @Transactional
    RegistrationResponse erase(UUID sessionId, UUID id) {
        var session = sessions.lock(sessionId);
        var registration = forChange(sessionId, id);
        queue.erase(registration, session);
        return changed(registration, session);
    }

    /** Registrations of the session that the caller sees; 404 to a trainer of other sessions. */
    @Transactional
    Page<RegistrationResponse> ofSession(UUID sessionId, RegistrationStatus status, PageRequest request) {
        var session = sessions.get(sessionId);
        var filter = new Filter().equal("sessionId", sessionId).equal("status", status);
        if (!sessions.isForStaff(session)) {
            if (!caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)) {
                throw ProblemException.notFound();
            }
            own.narrow(filter);
        }
        var page = registrations.ofSession(filter, request);
        var places = registrations.placesInQueue(page.items());
        var attendances = attendances(page);
        return page.map(one -> show(one, session, places.get(one.id()), attendances.get(one.id())));
    }

    /** The caller's own registrations. */
    @Transactional
    Page<RegistrationResponse> own(RegistrationStatus status, PageRequest request) {
        var filter = own.narrow(new Filter()).equal("status", status);
        var page = registrations.ofPerson(filter, request);
        var places = registrations.placesInQueue(page.items());
        var of =
                sessions.byId(page.items().stream().map(Registration::sessionId).toList());
        var attendances = attendances(page);
        return page.map(one -> show(one, of.get(one.sessionId()), places.get(one.id()), attendances.get(one.id())));
    }

    /** What changed for registered people, for those who tell them. */
    @Transactional
    Page<RegistrationChangeResponse> changes(Filter filter, PageRequest request) {
        var page = registrations.changes(filter, request);
        var of = sessions.byId(
                page.items().stream().map(RegistrationChange::sessionId).toList());
        return page.map(one -> one.toResponse(RegistrationSession.from(of.get(one.sessionId()))));
    }

    @Transactional
    RegistrationResponse get(UUID sessionId, UUID id) {
        var session = sessions.get(sessionId);
        var registration = registrations.get(id);
        refuseHidden(registration, sessionId, sessions.isForStaff(session) || own.isOwn(registration));
        return show(registration, session, registrations.placeInQueue(registration), attendance(registration, session));
    }

    /** The session, locked; 404 when there is none, 409 when it takes no registrations now. */
    private TrainingSession lockOpen(UUID sessionId) {
        var session = sessions.lock(sessionId);
        sessions.require(session, SessionAction.REGISTRATIONS);
        return session;
    }

    /** The registration, locked; 404 unless the caller may change it. */
    private Registration forChange(UUID sessionId, UUID id) {
        var registration = registrations.lock(id);
        refuseHidden(registration, sessionId, mayChange(registration));
        return registration;
    }

    private static void refuseHidden(Registration registration, UUID sessionId, boolean visible) {
        if (!visible || !registration.sessionId().equals(sessionId)) {
            throw ProblemException.notFound();
        }
    }

    /** The account that a request registers: the caller's own, or none for a person whom a coordinator names. */
    private String subject(RegistrationRequest request) {
        var current = caller.get();
        var self = current.may(TrainingAccess.READ_OWN_REGISTRATIONS)
                && (request.email() == null || !current.may(TrainingAccess.WRITE_TRAININGS));
        return self ? current.subject() : null;
    }

    /**
     * 409 when the person has a place in the session or in its queue. A caller that registers itself is recognised by its
     * account, so that the answer reveals no other person; a coordinator may read all of them.
     */
    private void refuseDuplicate(UUID sessionId, String subject, RegistrationRequest request) {
        var existing = subject == null
                ? standing(sessionId, request.email()).findFirst()
                : registrations.findStanding(sessionId, subject);
        existing.ifPresent(RegistrationService::refuseDuplicate);
    }

    /** The registration that a coordinator made for the verified address of the caller, locked. */
    private Optional<Registration> madeForCaller(UUID sessionId) {
        return standing(sessionId, caller.verifiedEmail())
                .filter(own::isMadeForCaller)
                .findFirst()
                .map(one -> registrations.lock(one.id()));
    }

    /** Makes the registration the caller's own; its number and its place stay. */
    private void takeOver(Registration registration, RegistrationRequest request) {
        registration.correct(
                request.profession() == null ? registration.profession() : request.profession(),
                request.email() == null ? registration.sealedPerson() : sealed(registration, request));
        registration.belongTo(caller.get().subject());
    }

    /** Registrations of the address that are not cancelled; without an address there is none. */
    private Stream<Registration> standing(UUID sessionId, String email) {
        return email == null ? Stream.empty() : registrations.findStanding(sessionId, data.indexesOf(email)).stream();
    }

    /** The person of the request. Of one that states no address, the hash of the verified one is kept. */
    private SealedPerson sealed(Registration registration, RegistrationRequest request) {
        if (request.email() != null) {
            return SealedPerson.of(registration.id(), new Person(request.name(), request.email()), data);
        }
        var before = registration.sealedPerson();
        return SealedPerson.unnamed(
                caller.get().subject().equals(registration.subject())
                        ? own.addressIndex()
                        : before == null ? null : before.emailIndex());
    }

    private static void refuseUnnamed(RegistrationRequest request) {
        if (!request.missing().isEmpty()) {
            throw ProblemException.violations(request.missing());
        }
    }

    // Before any look-up, so that the answer is the same for every address.
    private void refuseAddressOfOthers(String email) {
        var own = caller.verifiedEmail();
        if (email != null && (own == null || !PersonalData.isSameAddress(email, own))) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("registration.own-address-only"));
        }
    }

    private static void refuseDuplicate(Registration existing) {
        throw ProblemException.alreadyExists(
                Text.of("registration.person-registered"),
                RegistrationResource.path(existing.sessionId(), existing.id()));
    }

    private boolean mayChange(Registration registration) {
        return caller.get().may(TrainingAccess.READ_TRAININGS) || own.isOwn(registration);
    }

    private AttendanceStatus attendance(Registration registration, TrainingSession session) {
        return session.isHeld()
                ? rollCalls.ofRegistrations(List.of(registration.id())).get(registration.id())
                : null;
    }

    private Map<UUID, AttendanceStatus> attendances(Page<Registration> page) {
        return page.items().isEmpty()
                ? Map.of()
                : rollCalls.ofRegistrations(
                        page.items().stream().map(Registration::id).toList());
    }

    private RegistrationResponse changed(Registration registration, TrainingSession session) {
        registrations.flush();
        return withoutPerson(registration, session, registrations.placeInQueue(registration));
    }

    private RegistrationResponse show(
            Registration registration, TrainingSession session, Integer placeInQueue, AttendanceStatus attendance) {
        return response(registration, session, placeInQueue, attendance, registration.person(data));
    }

    /** The answer to a write. It is stored for a repeated request, so it has no personal data. */
    private RegistrationResponse withoutPerson(
            Registration registration, TrainingSession session, Integer placeInQueue) {
        return response(registration, session, placeInQueue, attendance(registration, session), Person.UNKNOWN);
    }

    private RegistrationResponse response(
            Registration registration,
            TrainingSession session,
            Integer placeInQueue,
            AttendanceStatus attendance,
            Person shown) {
        return registration.toResponse(session, placeInQueue, attendance, shown, allowedActions(registration, session));
    }

    private List<String> allowedActions(Registration registration, TrainingSession session) {
        var allowed = new ArrayList<String>();
        if (!mayChange(registration)) {
            return allowed;
        }
        if (!registration.isCancelled() && session.allows(SessionAction.REGISTRATIONS, calendar.today())) {
            allowed.add("cancellation");
        }
        allowed.addAll(registration.possibleActions());
        return allowed;
    }
}
