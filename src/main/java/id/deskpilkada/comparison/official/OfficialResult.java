package id.deskpilkada.comparison.official;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.FieldProblem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file of published figures; with {@code dryRun} nothing was stored.
 *
 * @param id of the import; null for a dry run
 * @param places by level: TPS, VILLAGE, DISTRICT, REGENCY
 * @param empty of them those that KPU shows without figures
 * @param outside places of other regions, which were left aside
 * @param candidates ballot numbers by KPU's own numbers, as the file uses them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficialResult(
        @Nullable Long id,
        OfficialFormat format,
        @Nullable OffsetDateTime publishedAt,
        Map<String, Integer> places,
        int empty,
        int outside,
        Map<String, Integer> candidates,
        List<FieldProblem> warnings,
        boolean dryRun) {}
