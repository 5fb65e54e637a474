package id.deskpilkada.platform.engine.surface;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The table of {@code engine-surface.txt}: who may call which method of the webapps' interfaces. The first line that fits decides, and what fits no line is closed. */
final class SurfaceTable {

    private static final String FILE = "/engine-surface.txt";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

    private static final String EVERYBODY = "everybody";
    private static final String NOBODY = "nobody";
    private static final Set<String> NAMES = Set.of(EVERYBODY, NOBODY);

    private final List<Line> lines;

    SurfaceTable() {
        try (var file = Objects.requireNonNull(SurfaceTable.class.getResourceAsStream(FILE));
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines = reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(SurfaceTable::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param who {@code everybody} who is signed in, {@code nobody}, or the name of a {@link Permission}
     * @param path with {@code {}} for each variable part; one that ends in {@code /**} stands for everything below, too
     */
    record Line(String who, String application, String method, String path) {

        Line {
            if (!NAMES.contains(who)) {
                Permission.valueOf(who);
            }
        }

        boolean opensTo(Actor actor) {
            return who.equals(EVERYBODY) || !who.equals(NOBODY) && actor.may(Permission.valueOf(who));
        }

        boolean fits(String wantedApplication, String wantedMethod, String wantedPath) {
            return application.equals(wantedApplication)
                    && (method.equals("*") || method.equals(wantedMethod))
                    && (path.endsWith("/**") ? below(wantedPath) : path.equals(wantedPath));
        }

        private boolean below(String wantedPath) {
            var root = path.substring(0, path.length() - 3);
            return wantedPath.equals(root) || wantedPath.startsWith(root + "/");
        }
    }

    private static Line line(String written) {
        var parts = written.split("\\s+");
        if (parts.length != 4) {
            throw new IllegalStateException("four words expected: " + written);
        }
        return new Line(parts[0], parts[1], parts[2], parts[3]);
    }

    List<Line> lines() {
        return lines;
    }

    Optional<Line> decision(String application, String method, String path) {
        return lines.stream()
                .filter(line -> line.fits(application, method, path))
                .findFirst();
    }

    /** A template with its names and expressions left out. */
    static String plain(String template) {
        return VARIABLE.matcher(template).replaceAll("{}").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
