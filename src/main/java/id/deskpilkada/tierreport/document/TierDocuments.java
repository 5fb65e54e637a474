package id.deskpilkada.tierreport.document;

import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.reading.ReportSight;
import id.deskpilkada.tierreport.seal.Seal;
import id.deskpilkada.tierreport.seal.Seals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of reports of the tiers, all from the frozen snapshot. */
@Service
public class TierDocuments {

    private final TierReportRows rows;
    private final TierStates states;
    private final Seals seals;
    private final ReportSight sight;
    private final ReportPhotos photos;
    private final PartSnapshots parts;
    private final CheckAddress address;
    private final ReportPdf pdf;
    private final ReportWorkbook workbook;
    private final ReportCsv csv;
    private final ReportJson json;
    private final Screens screens;
    private final PracticeMark practice;

    TierDocuments(
            TierReportRows rows,
            TierStates states,
            Seals seals,
            ReportSight sight,
            ReportPhotos photos,
            PartSnapshots parts,
            CheckAddress address,
            ReportPdf pdf,
            ReportWorkbook workbook,
            ReportCsv csv,
            ReportJson json,
            Screens screens,
            PracticeMark practice) {
        this.rows = rows;
        this.states = states;
        this.seals = seals;
        this.sight = sight;
        this.photos = photos;
        this.parts = parts;
        this.address = address;
        this.pdf = pdf;
        this.workbook = workbook;
        this.csv = csv;
        this.json = json;
        this.screens = screens;
        this.practice = practice;
    }

    /** As {@link #forReader} for whoever is signed in. */
    public byte[] pdf(long report) {
        return as(report, TierFiles.Format.PDF);
    }

    public byte[] xlsx(long report) {
        return as(report, TierFiles.Format.XLSX);
    }

    public byte[] csv(long report) {
        return as(report, TierFiles.Format.CSV);
    }

    public byte[] json(long report) {
        return as(report, TierFiles.Format.JSON);
    }

    private byte[] as(long report, TierFiles.Format format) {
        return forReader(report, CurrentActor.require()).as(format);
    }

    /**
     * Without votes where the reader may not know them.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN}, 404 {@code UNKNOWN_TIER_REPORT}
     */
    @Transactional(readOnly = true)
    public TierFiles forReader(long report, Actor reader) {
        var row = sight.seen(report, reader);
        return files(row, sight.of(row, reader), sight.withholdsVotes(row, reader), sight.changes(row, reader), reader);
    }

    /** Whole, as the tier above gets it. */
    @Transactional(readOnly = true)
    public TierFiles forDelivery(long report) {
        var row = rows.get(report);
        return files(
                row,
                CanonicalJson.read(rows.snapshot(report), Snapshot.class),
                false,
                List.of(CanonicalJson.read(rows.changes(report), Change[].class)),
                null);
    }

    /** For a page, as {@link #forReader}. */
    @Transactional(readOnly = true)
    public ReportScreen onScreen(long report, Actor reader) {
        var row = sight.seen(report, reader);
        return screens.of(material(
                row,
                sight.of(row, reader),
                sight.withholdsVotes(row, reader),
                sight.changes(row, reader),
                seals.of(report).orElse(null),
                List.of()));
    }

    private Material material(
            TierReport row,
            Snapshot snapshot,
            boolean withheld,
            List<Change> changes,
            @Nullable Seal seal,
            List<Material.Photo> taken) {
        return new Material(
                row.code(),
                row.digest(),
                states.of(row.id()),
                snapshot,
                withheld,
                seal == null ? null : seal.said(),
                changes,
                parts.of(snapshot, withheld),
                address.of(row.code(), row.digest()),
                taken);
    }

    private TierFiles files(
            TierReport row, Snapshot snapshot, boolean withheld, List<Change> changes, @Nullable Actor reader) {
        var stored = rows.snapshot(row.id());
        var seal = seals.of(row.id()).orElse(null);
        var material = material(row, snapshot, withheld, changes, seal, photos.of(snapshot, reader));
        var mark = practice.of(Map.of("snapshot", snapshot));
        return new Made(material, mark, format -> switch (format) {
            case PDF -> pdf.of(material);
            case XLSX -> workbook.of(material, mark);
            case CSV -> csv.of(material).getBytes(StandardCharsets.UTF_8);
            case JSON -> json.of(material, stored, seal).getBytes(StandardCharsets.UTF_8);
        });
    }

    private record Made(Material material, Optional<String> mark, Function<TierFiles.Format, byte[]> maker)
            implements TierFiles {

        @Override
        public String code() {
            return material.code();
        }

        @Override
        public String area() {
            return Area.digits(material.snapshot().region().code());
        }

        @Override
        public byte[] as(Format format) {
            return maker.apply(format);
        }

        @Override
        public String name(Format format) {
            var snapshot = material.snapshot();
            return PracticeMark.fileName(
                    mark,
                    "laporan-%s-%s-v%d.%s"
                            .formatted(
                                    snapshot.region().code(),
                                    snapshot.slot().replaceAll("[^0-9A-Za-z.-]", "_"),
                                    snapshot.version(),
                                    format.ending()));
        }

        @Override
        public String etag(Format format) {
            return "\"%s-%s-%s%s\""
                    .formatted(
                            material.digest().substring(0, 32),
                            format.ending(),
                            material.state().name().toLowerCase(Locale.ROOT),
                            material.withheld() ? "-tanpa-suara" : "");
        }
    }
}
