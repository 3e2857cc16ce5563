package nl.doorlichting.training.registrations;

import java.util.List;

/**
 * What became of a list of people.
 *
 * @param results one of each person, in the order of the request
 */
public record RegistrationGroupResponse(List<RegistrationResult> results) {

    /**
     * What became of one person of the list.
     *
     * @param row place in the list of the request, from 0
     * @param created true where this request registered the person; false where the person was registered already, by a row
     *     before it too: the registration is then that one, as it was
     * @param registration registration of the person, with its place or its place in the queue, and without name and e-mail
     */
    public record RegistrationResult(int row, boolean created, RegistrationResponse registration) {}
}
