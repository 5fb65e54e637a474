package id.deskpilkada.tierreport.page;

import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.document.ReportScreen;
import id.deskpilkada.tierreport.page.SheetRows.Attached;
import id.deskpilkada.tierreport.page.SheetRows.Step;
import id.deskpilkada.tierreport.page.SheetRows.Version;
import id.deskpilkada.tierreport.seal.Statement;
import id.deskpilkada.tierreport.seal.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a report as the page shows it to a reader.
 *
 * @param place as readers call it, e.g. {@code Kecamatan Kramatwatu}
 * @param screen figures and tables, without votes where the reader may not know them
 * @param versions the newest first
 * @param steps of all versions, the latest first
 * @param verdict of its seal; null before it is settled, as what was signed
 * @param parts of a regency its districts and where their reports are
 * @param acts codes of what this reader may do with it now
 * @param signer the reader as their signature would name them; null where they have nothing to sign
 * @param text to be sent on by WhatsApp
 */
record TierSheet(
        TierReport report,
        TierState state,
        String place,
        Snapshot snapshot,
        ReportScreen screen,
        List<Version> versions,
        List<Step> steps,
        Verdict.@Nullable Answer verdict,
        @Nullable Statement seal,
        List<Attached> attachments,
        List<DistrictPart> parts,
        Set<String> acts,
        @Nullable Signer signer,
        String text,
        Instant now) {

    /** @param url of the newest version; null where there is none @param newer its number where it is not the one that went in */
    record DistrictPart(
            Snapshot.District district, @Nullable String url, @Nullable Long newest, @Nullable Integer newer) {}

    /** As the staff list knows somebody. */
    record Signer(String name, @Nullable String position, @Nullable String rank, @Nullable String nip) {}

    public boolean isDistrict() {
        return report.level() == TierLevel.DISTRICT;
    }

    public boolean may(String act) {
        return acts.contains(act);
    }

    /** Whether the reader may decide anything. */
    public boolean isYours() {
        return acts.stream().anyMatch(act -> !act.equals(Possible.ATTACH));
    }

    public Version newest() {
        return versions.get(0);
    }

    public boolean isNewest() {
        return newest().id() == report.id();
    }

    public boolean isSettled() {
        return seal != null;
    }

    /** Key of the last thing that was done with any version. */
    public long lastStep() {
        return steps.stream().mapToLong(Step::id).max().orElse(0);
    }

    /** Why a leader gave it back to the desk, while the desk looks at it again. */
    public @Nullable String sentBack() {
        return state == TierState.CHECKING
                ? steps.stream()
                        .filter(step -> step.version() == report.version())
                        .filter(step ->
                                step.step().equals("SENT_BACK") || step.step().equals("CHECKED"))
                        .findFirst()
                        .filter(step -> step.step().equals("SENT_BACK"))
                        .map(Step::detail)
                        .orElse(null)
                : null;
    }

    /** Districts whose report may be given back. */
    public List<DistrictPart> returnable() {
        return parts.stream().filter(part -> part.newest() != null).toList();
    }
}
