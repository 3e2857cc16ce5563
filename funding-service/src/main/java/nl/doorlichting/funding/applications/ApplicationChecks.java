package nl.doorlichting.funding.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.schemes.SchemeTerms;

/** Brings together what an application is held to on a day. */
@ApplicationScoped
class ApplicationChecks {
    private final Organisations organisations;
    private final MunicipalityRegister register;

    ApplicationChecks(Organisations organisations, MunicipalityRegister register) {
        this.organisations = organisations;
        this.register = register;
    }

    SubmissionRules on(LocalDate day, Application application, SchemeTerms terms) {
        var kind = organisations.kindOf(application.organisationId).orElseThrow();
        return new SubmissionRules(application, day, terms, kind, register);
    }
}
