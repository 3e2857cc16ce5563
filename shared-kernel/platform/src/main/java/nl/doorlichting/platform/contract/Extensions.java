package nl.doorlichting.platform.contract;

import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Extensions that only the filter reads. They are not in the published document. */
final class Extensions {

    private Extensions() {}

    /** Removes the extension; true if it was there and said true, as a boolean or as text. */
    static boolean take(Extensible<?> element, String name) {
        if (element.getExtensions() == null) {
            return false;
        }
        Object value = element.getExtensions().get(name);
        element.removeExtension(name);
        return saysTrue(value);
    }

    /** The same for a schema; one that was read from a file keeps extensions among its keywords. */
    static boolean take(Schema schema, String name) {
        Object keyword = schema.get(name);
        if (keyword != null) {
            schema.set(name, null);
            return saysTrue(keyword);
        }
        return take((Extensible<?>) schema, name);
    }

    private static boolean saysTrue(Object value) {
        return value != null && Boolean.parseBoolean(value.toString());
    }
}
