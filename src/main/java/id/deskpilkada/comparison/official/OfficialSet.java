package id.deskpilkada.comparison.official;

import id.deskpilkada.platform.FieldProblem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All places of one file as they are read, with what deserves a second look; where a place stands in two files of an archive, the later one. */
final class OfficialSet {

    private static final int LISTED = 200;

    private final SortedMap<String, OfficialFigure> byArea = new TreeMap<>();
    private final List<FieldProblem> warnings = new ArrayList<>();
    private final Map<String, Integer> candidates = new LinkedHashMap<>();
    private int aside;

    void add(OfficialFigure figure) {
        var known = byArea.get(figure.area());
        if (known != null && known.contradicts(figure)) {
            warn(FieldProblem.field(
                    figure.origin().place(),
                    figure.area(),
                    "OFFICIAL_TWICE",
                    known.origin().place()));
        }
        byArea.merge(figure.area(), figure, OfficialFigure::or);
    }

    void warn(FieldProblem warning) {
        if (warnings.size() < LISTED) {
            warnings.add(warning);
        }
    }

    /** A place of another region was not read. */
    void leaveAside() {
        aside++;
    }

    int aside() {
        return aside;
    }

    /** Numbers of KPU's for candidates, by which the file names them. */
    Map<String, Integer> candidates() {
        return candidates;
    }

    List<OfficialFigure> figures() {
        return List.copyOf(byArea.values());
    }

    List<FieldProblem> warnings() {
        return List.copyOf(warnings);
    }

    Optional<LocalDateTime> latest() {
        return byArea.values().stream()
                .map(OfficialFigure::at)
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo);
    }
}
