package nl.doorlichting.platform.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Info;

/** Sets publisher and version of the API. The title stays that of the module. */
final class DocumentIdentity {

    private DocumentIdentity() {}

    static void describe(OpenAPI document) {
        if (document.getInfo() == null) {
            document.setInfo(OASFactory.createInfo().title("Doorlichting"));
        }
        Info info = document.getInfo();
        info.setVersion(ContractDocumentFilter.API_VERSION);
        // The standard asks for the team that answers for this API, not for a general address.
        info.setContact(OASFactory.createContact()
                .name("Doorlichting API team")
                .email("api@doorlichting.example")
                .url("https://doorlichting.example"));
    }
}
