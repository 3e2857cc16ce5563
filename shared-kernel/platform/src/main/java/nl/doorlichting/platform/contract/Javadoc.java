package nl.doorlichting.platform.contract;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.ToTextListCommentVisitor;
import com.github.therapi.runtimejavadoc.Value;
import java.util.Optional;

/** The javadoc of a class as plain text. The compiler's annotation processor kept it beside the class. */
final class Javadoc {
    private static final String SOURCE = "Source: ";

    private final ClassJavadoc source;

    private Javadoc(ClassJavadoc source) {
        this.source = source;
    }

    static Javadoc of(String className) {
        try {
            return new Javadoc(RuntimeJavadoc.getJavadoc(
                    Class.forName(className, false, Thread.currentThread().getContextClassLoader())));
        } catch (ClassNotFoundException indexed) {
            throw new IllegalStateException(indexed);
        }
    }

    /** The main description up to its source, which is for maintainers. */
    Optional<String> description() {
        return text(source.getComment())
                .map(text -> text.contains(SOURCE)
                        ? text.substring(0, text.indexOf(SOURCE)).strip()
                        : text)
                .filter(text -> !text.isEmpty());
    }

    /** What {@code @param} has of a component of a record. */
    Optional<String> component(String name) {
        return source.getRecordComponents().stream()
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .flatMap(component -> text(component.getComment()));
    }

    Optional<String> enumConstant(String name) {
        return source.getEnumConstants().stream()
                .filter(constant -> constant.getName().equals(name))
                .findFirst()
                .flatMap(constant -> text(constant.getComment()));
    }

    private static Optional<String> text(Comment comment) {
        var words = new Words();
        comment.visit(words);
        return Descriptions.sentence(words.text.toString());
    }

    private static final class Words extends ToTextListCommentVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String words) {
            text.append(words);
        }

        @Override
        public void inlineLink(Link link) {
            text.append(link.getLabel());
        }

        @Override
        public void inlineTag(String name, String content) {
            text.append(content);
        }

        @Override
        public void inlineValue(Value value) {
            text.append(value.getReferencedMemberName());
        }
    }
}
