package nl.doorlichting.platform.testing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the regular expressions of a module in its compiled classes, and measures what each costs on hostile text. New
 * expressions are included automatically. An expression must be linear on a text as long as a whole body. Limits that are checked
 * before it do not count. Costs are counted characters, not time.
 */
public final class RegularExpressions {
    /** No text that arrives is longer: the limit of a body that is read as a whole. */
    private static final int LONGEST = 1 << 20;
    /** Enough for what goes over the text step by step to run out of stack. */
    private static final int PROBE = 4_000;

    private static final int LOOKS_PER_CHARACTER = 50;
    private static final int SLOWEST = 5;
    private static final String CONSTRAINT = "Ljakarta/validation/constraints/Pattern;";
    // Which instruction before the call leaves the expression on the stack.
    private static final Map<String, Integer> CALLS = Map.of(
            "java/util/regex/Pattern.compile(Ljava/lang/String;)Ljava/util/regex/Pattern;", 1,
            "java/util/regex/Pattern.compile(Ljava/lang/String;I)Ljava/util/regex/Pattern;", 2,
            "java/util/regex/Pattern.matches(Ljava/lang/String;Ljava/lang/CharSequence;)Z", 2,
            "java/lang/String.matches(Ljava/lang/String;)Z", 1,
            "java/lang/String.split(Ljava/lang/String;)[Ljava/lang/String;", 1,
            "java/lang/String.split(Ljava/lang/String;I)[Ljava/lang/String;", 2,
            "java/lang/String.replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;", 2,
            "java/lang/String.replaceFirst(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;", 2);

    private RegularExpressions() {}

    /**
     * One use of an expression.
     *
     * @param where class and method or field
     * @param regex the expression; null when it is made at run time
     * @param isWhole whether it is held against a text as a whole only, and not looked for in it
     */
    public record Use(String where, String regex, boolean isWhole) {
        /** What is wrong with it; null when nothing is. */
        public String fault() {
            var pattern = Pattern.compile(regex);
            return hostile(PROBE)
                    .map(text -> Map.entry(text.looks(pattern, isWhole), text))
                    .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                    .limit(SLOWEST)
                    .map(cost -> cost.getValue().ofLength(LONGEST))
                    .filter(text -> text.looks(pattern, isWhole) == Long.MAX_VALUE)
                    .map(text -> where + ": " + regex + " is not linear on " + text)
                    .findFirst()
                    .orElse(null);
        }

        private Stream<Text> hostile(int length) {
            var atoms = atoms(regex);
            return atoms.stream()
                    .flatMap(one -> atoms.stream()
                            .flatMap(other -> Stream.of(
                                    new Text("", one, other, length),
                                    new Text(one, other, one, length),
                                    new Text(one, other, "\u0000", length),
                                    new Text("", one + other, "\u0000", length),
                                    new Text("", one + other, "", length))));
        }

        // The letters and the words of the expression itself, and a few that classes of characters stand for.
        private static Set<String> atoms(String regex) {
            var atoms = new LinkedHashSet<>(List.of("a", "0", " ", "."));
            regex.codePoints()
                    .filter(c -> c != '\\')
                    .mapToObj(Character::toString)
                    .forEach(atoms::add);
            Pattern.compile("[A-Za-z0-9/]{2,}")
                    .matcher(regex)
                    .results()
                    .map(found -> found.group())
                    .forEach(atoms::add);
            return atoms;
        }
    }

    /** Many times the same, between a beginning and an end. */
    private record Text(String begin, String repeated, String end, int length) {
        Text ofLength(int other) {
            return new Text(begin, repeated, end, other);
        }

        /** How often a character is looked at; Long.MAX_VALUE when that is too often, or there is no stack for it. */
        long looks(Pattern pattern, boolean isWhole) {
            var text = begin
                    + repeated.repeat(Math.max(0, length - begin.length() - end.length()) / repeated.length())
                    + end;
            var counted = new CountedText(text, LOOKS_PER_CHARACTER * (text.length() + 100L));
            try {
                pattern.matcher(counted).matches();
                if (!isWhole) {
                    for (var matcher = pattern.matcher(counted); matcher.find(); ) {
                        continue;
                    }
                }
                return counted.looks;
            } catch (TooManyLooks | StackOverflowError endless) {
                return Long.MAX_VALUE;
            }
        }

        @Override
        public String toString() {
            return "'%s' + many '%s' + '%s'".formatted(begin, repeated, end);
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        // Thrown from deep within an expression, and caught: its trace is not read.
        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {
        private final char[] text;
        private final long most;
        private long looks;

        CountedText(String text, long most) {
            this.text = text.toCharArray();
            this.most = most;
        }

        @Override
        public char charAt(int index) {
            if (++looks > most) {
                throw new TooManyLooks();
            }
            return text[index];
        }

        @Override
        public int length() {
            return text.length;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(text, start, end - start);
        }
    }

    /** The problems of the expressions in these classes. Expressions made at run time are listed too, because they cannot be tried. */
    public static List<String> faults(Path classes) {
        var uses = of(classes);
        var faults = uses.parallelStream()
                .filter(use -> use.regex() != null)
                // One that is used in many places is tried once.
                .map(use -> new Use("", use.regex(), use.isWhole()))
                .distinct()
                .collect(Collectors.toMap(use -> use, use -> Optional.ofNullable(use.fault())));
        return uses.stream()
                .map(use -> use.regex() == null
                        ? use.where()
                        : faults.get(new Use("", use.regex(), use.isWhole()))
                                .map(fault -> use.where() + fault)
                                .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Use> of(Path classes) {
        try (var files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(RegularExpressions::read)
                    .flatMap(RegularExpressions::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassNode read(Path file) {
        try {
            var node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_DEBUG);
            return node;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Use> of(ClassNode type) {
        var annotated = new ArrayList<AnnotationNode>();
        for (var field : type.fields) {
            add(annotated, field.visibleAnnotations);
            add(annotated, field.visibleTypeAnnotations);
        }
        for (var method : type.methods) {
            add(annotated, method.visibleAnnotations);
            add(annotated, method.visibleTypeAnnotations);
            if (method.visibleParameterAnnotations != null) {
                Stream.of(method.visibleParameterAnnotations).forEach(parameter -> add(annotated, parameter));
            }
        }
        var constraints = annotated.stream()
                .filter(annotation -> annotation.desc.equals(CONSTRAINT))
                .flatMap(annotation -> Stream.concat(
                        Stream.of(new Use(type.name, regexp(annotation), true)), withoutWords(type, annotation)));
        return Stream.concat(constraints, type.methods.stream().flatMap(method -> calls(type, method)));
    }

    private static void add(List<AnnotationNode> all, List<? extends AnnotationNode> more) {
        if (more != null) {
            all.addAll(more);
        }
    }

    private static String regexp(AnnotationNode annotation) {
        return value(annotation, "regexp");
    }

    // A violation would show its regular expression to people.
    private static Stream<Use> withoutWords(ClassNode type, AnnotationNode annotation) {
        try {
            nl.doorlichting.platform.texts.Text.of(value(annotation, "message"));
            return Stream.empty();
        } catch (IllegalArgumentException none) {
            return Stream.of(new Use(type.name + ": a pattern whose message is no text", null, true));
        }
    }

    private static String value(AnnotationNode annotation, String name) {
        var at = annotation.values.indexOf(name);
        return at < 0 ? "" : (String) annotation.values.get(at + 1);
    }

    private static Stream<Use> calls(ClassNode type, MethodNode method) {
        var instructions = Stream.of(method.instructions.toArray())
                .filter(instruction -> instruction.getOpcode() >= 0)
                .toList();
        return IntStream.range(0, instructions.size()).boxed().flatMap(at -> call(type, method, instructions, at));
    }

    private static Stream<Use> call(ClassNode type, MethodNode method, List<AbstractInsnNode> instructions, int at) {
        var where = type.name.replace('/', '.') + "." + method.name;
        if (instructions.get(at) instanceof InvokeDynamicInsnNode dynamic) {
            return Stream.of(dynamic.bsmArgs)
                    .filter(Handle.class::isInstance)
                    .map(Handle.class::cast)
                    .filter(handle -> CALLS.containsKey(handle.getOwner() + "." + handle.getName() + handle.getDesc()))
                    .map(handle -> new Use(where, null, false));
        }
        if (!(instructions.get(at) instanceof MethodInsnNode call)) {
            return Stream.empty();
        }
        var back = CALLS.get(call.owner + "." + call.name + call.desc);
        if (back == null) {
            return Stream.empty();
        }
        var regex = at >= back && instructions.get(at - back) instanceof LdcInsnNode constant ? constant.cst : null;
        return Stream.of(new Use(where, (String) regex, call.name.equals("matches")));
    }
}
