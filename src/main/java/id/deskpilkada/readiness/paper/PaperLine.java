package id.deskpilkada.readiness.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.fieldreport.ReportSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One TPS of the comparison of papers with what was reported.
 *
 * @param village code
 * @param ways by which its reports came, paper among them
 * @param reportedAt when the first report came, by whatever way
 * @param received the tick "kertas diterima"; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PaperLine(
        String tps,
        String tpsName,
        String village,
        String villageName,
        String districtName,
        PaperState state,
        List<ReportSource> ways,
        @Nullable OffsetDateTime reportedAt,
        PaperReceipts.@Nullable Received received) {

    /** Whether typing the paper in says something that is not known yet. */
    public boolean toType(boolean compared) {
        return state == PaperState.PAPER || compared && state == PaperState.BOTH;
    }
}
