package nl.doorlichting.platform.testing.http;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the scripts that rest-assured compiles. For each path into a response it makes a shell and compiles the path in it,
 * and tests read the same few hundred paths thousands of times.
 */
public final class GroovyScriptCache implements QuarkusTestBeforeClassCallback {
    private static final Map<String, Class<? extends Script>> SCRIPTS = new ConcurrentHashMap<>();

    @Override
    public void beforeClass(Class<?> testClass) {
        var metaClasses = GroovySystem.getMetaClassRegistry();
        if (!(metaClasses.getMetaClass(GroovyShell.class) instanceof ShellMetaClass)) {
            metaClasses.setMetaClass(GroovyShell.class, new ShellMetaClass());
        }
    }

    /** Code in Groovy, as rest-assured is, makes an object with the metaclass of its class. */
    private static final class ShellMetaClass extends DelegatingMetaClass {
        ShellMetaClass() {
            super(GroovyShell.class);
        }

        @Override
        public Object invokeConstructor(Object[] arguments) {
            return arguments.length == 1 && arguments[0] instanceof Binding variables
                    ? new CachingShell(variables)
                    : super.invokeConstructor(arguments);
        }
    }

    private static final class CachingShell extends GroovyShell {
        CachingShell(Binding variables) {
            super(variables);
        }

        @Override
        public Object evaluate(String text) {
            var compiled = SCRIPTS.computeIfAbsent(text, path -> parse(path).getClass());
            try {
                var script = compiled.getDeclaredConstructor().newInstance();
                script.setBinding(getContext());
                return script.run();
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
