package id.deskpilkada.election;

import id.deskpilkada.platform.document.Watermark;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether a page or document is about a practice, by what it was given to show: a round itself, or a record that has one, the number of one ({@code roundId}) or the codes of
 * one ({@code election} and {@code round}). What is in lists does not count, for there a practice stands beside real rounds.
 */
@Component
public class PracticeMark implements Watermark {

    public static final String TEXT = "LATIHAN";

    private static final String OURS = "id.deskpilkada.";
    private static final int DEEPEST = 3;

    private final Elections elections;

    PracticeMark(Elections elections) {
        this.elections = elections;
    }

    /** What stands over every sheet about a round; empty for a real one. */
    public static Optional<String> over(RoundRef round) {
        return round.rehearsal() ? Optional.of(TEXT) : Optional.empty();
    }

    /** The name of a file about a round: where it is a practice, the word comes first. */
    public static String fileName(RoundRef round, String name) {
        return fileName(over(round), name);
    }

    /** @param mark as {@link #over} and {@link #of} say */
    public static String fileName(Optional<String> mark, String name) {
        return mark.map(word -> word + "-" + name).orElse(name);
    }

    /** What every line of a CSV about a round says, e.g. the disclaimer: of a practice with the word before it, for lines are quoted one by one. */
    public static String line(RoundRef round, String words) {
        return over(round).map(word -> word + ". " + words).orElse(words);
    }

    @Override
    public Optional<String> of(Map<String, ?> model) {
        return model.values().stream().anyMatch(shown -> isPractice(shown, 0)) ? Optional.of(TEXT) : Optional.empty();
    }

    private boolean isPractice(@Nullable Object shown, int depth) {
        if (shown instanceof RoundRef round) {
            return round.rehearsal();
        }
        if (shown instanceof Optional<?> perhaps) {
            return isPractice(perhaps.orElse(null), depth);
        }
        if (depth >= DEEPEST
                || !(shown instanceof Record)
                || !shown.getClass().getName().startsWith(OURS)) {
            return false;
        }
        return named(shown)
                || Stream.of(shown.getClass().getRecordComponents())
                        .filter(part -> part.getType() == Optional.class
                                || part.getType().isRecord())
                        .anyMatch(part -> isPractice(value(part, shown), depth + 1));
    }

    private boolean named(Object shown) {
        if (value("roundId", shown) instanceof Long id && id > 0) {
            return elections.isPractice(id);
        }
        return code(value("election", shown)) instanceof String election
                && value("round", shown) instanceof String round
                && elections.isPractice(election + "/" + round);
    }

    /** Frozen reports name the election by code and name. */
    private static @Nullable Object code(@Nullable Object election) {
        return election instanceof Record ? value("code", election) : election;
    }

    private static @Nullable Object value(String name, Object shown) {
        return Stream.of(shown.getClass().getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .map(part -> value(part, shown))
                .orElse(null);
    }

    private static @Nullable Object value(RecordComponent part, Object shown) {
        var accessor = part.getAccessor();
        try {
            accessor.setAccessible(true);
            return accessor.invoke(shown);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
