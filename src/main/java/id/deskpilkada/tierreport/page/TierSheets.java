package id.deskpilkada.tierreport.page;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.document.ReadyReportText;
import id.deskpilkada.tierreport.document.TierDocuments;
import id.deskpilkada.tierreport.page.SheetRows.Part;
import id.deskpilkada.tierreport.page.SheetRows.Step;
import id.deskpilkada.tierreport.page.TierSheet.DistrictPart;
import id.deskpilkada.tierreport.page.TierSheet.Signer;
import id.deskpilkada.tierreport.reading.ReportSight;
import id.deskpilkada.tierreport.seal.SealCheck;
import id.deskpilkada.tierreport.seal.Seals;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a report shows. */
@Service
class TierSheets {

    private final ReportSight sight;
    private final SheetRows rows;
    private final Possible possible;
    private final TierDocuments documents;
    private final ReadyReportText texts;
    private final Seals seals;
    private final SealCheck check;
    private final Regions regions;
    private final Staff staff;
    private final Messages messages;
    private final Clock clock;

    TierSheets(
            ReportSight sight,
            SheetRows rows,
            Possible possible,
            TierDocuments documents,
            ReadyReportText texts,
            Seals seals,
            SealCheck check,
            Regions regions,
            Staff staff,
            Messages messages,
            Clock clock) {
        this.sight = sight;
        this.rows = rows;
        this.possible = possible;
        this.documents = documents;
        this.texts = texts;
        this.seals = seals;
        this.check = check;
        this.regions = regions;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN}, 404 {@code UNKNOWN_TIER_REPORT} */
    @Transactional(readOnly = true)
    public TierSheet of(long id, Actor actor) {
        var report = sight.seen(id, actor);
        var snapshot = sight.of(report, actor);
        var versions = rows.versions(report);
        var seal = seals.of(id).orElse(null);
        var acts = possible.acts(report, versions.get(0).id() == id, actor);
        return new TierSheet(
                report,
                versions.stream()
                        .filter(version -> version.id() == id)
                        .findFirst()
                        .orElseThrow()
                        .state(),
                place(report),
                snapshot,
                documents.onScreen(id, actor),
                versions,
                rows.steps(report),
                seal == null ? null : check.check(report.code(), null).answer(),
                seal == null ? null : seal.said(),
                rows.attachments(id),
                parts(report, snapshot),
                acts,
                acts.contains(Possible.SEAL) || acts.contains(Possible.APPROVE) ? signer(report, actor) : null,
                texts.of(id),
                clock.instant());
    }

    /** What was done since the reader looked, the latest first. */
    @Transactional(readOnly = true)
    public List<Step> news(TierReport report, long seen) {
        return rows.steps(report).stream().filter(step -> step.id() > seen).toList();
    }

    private String place(TierReport report) {
        var name = regions.name(report.area());
        return report.level() == TierLevel.DISTRICT ? messages.text("laporan.district", name) : name;
    }

    private Signer signer(TierReport report, Actor actor) {
        var person = staff.person(actor.id()).orElseThrow();
        var position = person.position();
        return new Signer(
                person.name(),
                position != null && !position.isBlank() || report.level() != TierLevel.DISTRICT
                        ? position
                        : messages.text("laporan.camat", regions.name(report.area())),
                person.rank(),
                person.nip());
    }

    private List<DistrictPart> parts(TierReport report, Snapshot snapshot) {
        Map<String, Part> newest = snapshot.districts().isEmpty()
                ? Map.of()
                : rows.districts(report).stream().collect(Collectors.toMap(Part::area, Function.identity()));
        return snapshot.districts().stream()
                .map(district ->
                        part(district, newest.get(Area.digits(district.region().code()))))
                .toList();
    }

    private static DistrictPart part(Snapshot.District district, @Nullable Part newest) {
        if (newest == null) {
            return new DistrictPart(district, null, null, null);
        }
        var included = district.version();
        boolean same = included != null && included == newest.version();
        return new DistrictPart(district, "/desk/laporan/" + newest.id(), newest.id(), same ? null : newest.version());
    }
}
