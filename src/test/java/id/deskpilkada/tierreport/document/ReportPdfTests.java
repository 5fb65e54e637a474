package id.deskpilkada.tierreport.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.document.ReportPaper;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports on paper, as their readers read them. */
class ReportPdfTests {

    private static final String DIGEST = "4f2a".repeat(16);
    private static final Words WORDS = new Words(ReportPaper.texts(), () -> "WIB", code -> "Desa " + code.substring(6));
    private static final PartTables PARTS = new PartTables(WORDS);
    private static final ReportPdf PDF = new ReportPdf(
            ReportPaper.documents(),
            WORDS,
            new Summary(WORDS),
            new Sections(WORDS, new FieldTables(WORDS), new VoteTables(WORDS), PARTS),
            PARTS,
            new ChangeTable(WORDS));

    private static Material material(
            Snapshot snapshot,
            TierState state,
            @Nullable Statement seal,
            List<Change> changes,
            Map<String, Snapshot> parts) {
        return new Material(
                "7K2M-0Q9X-VB3D-11ZT",
                DIGEST,
                state,
                snapshot,
                false,
                seal,
                changes,
                parts,
                "https://desk.example.go.id/public/laporan/7K2M-0Q9X-VB3D-11ZT?d=4f2a4f2a4f2a4f2a",
                List.of());
    }

    private static Statement signed(String capacity, @Nullable String onBehalfOf) {
        return new Statement(
                Statement.WHAT,
                "7K2M-0Q9X-VB3D-11ZT",
                DIGEST,
                "pilkada-2024",
                "R1",
                "REGENCY",
                "19.00",
                "35.09",
                1,
                "Drs. H. Arief Tjahjono, M.Si.",
                "Sekretaris Daerah",
                "Pembina Utama Muda (IV/c)",
                "196805121993031004",
                capacity,
                onBehalfOf,
                "PASSWORD",
                "Angka sudah dicocokkan dengan 31 kecamatan.",
                ManySnapshots.DUE.plusMinutes(24),
                "0123456789abcdef");
    }

    private static String read(String name, byte[] file) throws IOException {
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/" + name + ".pdf"), file);
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }

    private static String shown(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("id")).format(number);
    }

    @Test
    void aRegencyOf31DistrictsWith15RacesOf40CandidatesStaysReadable() throws IOException {
        var districts = ManySnapshots.districts(31, 15, 40);
        var regency = ManySnapshots.regency(districts, 15, 40);

        var file = PDF.of(material(regency, TierState.APPROVED, signed("AN", "Bupati Jember"), List.of(), districts));

        var text = read("tier-regency-31x15x40", file);
        for (var race : regency.races()) {
            for (var candidate : race.byReceived().candidates()) {
                assertThat(text).contains(shown(candidate.votes()));
            }
        }
        assertThat(text)
                .contains(
                        "LAPORAN DESK PILKADA",
                        "Kabupaten Jember, Jawa Timur",
                        "Laporan pukul 19.00 WIB",
                        "Rabu, 27 November 2024")
                .contains(
                        "a.n. Bupati Jember Sekretaris Daerah",
                        "NIP 196805121993031004",
                        "Bukan tanda tangan elektronik tersertifikasi")
                .doesNotContain("BELUM DISEGEL");
    }

    @Test
    void aRaceWithFewCandidatesIsShownByDistrictAndAddsUp() throws IOException {
        var districts = ManySnapshots.districts(31, 2, 3);
        var regency = ManySnapshots.regency(districts, 2, 3);

        var text =
                read("tier-regency-31x2x3", PDF.of(material(regency, TierState.SIGNING, null, List.of(), districts)));

        assertThat(text).contains("BELUM DISEGEL", "suara menurut wilayah");
        for (var district : districts.values()) {
            assertThat(text).contains(shown(district.races().get(1).byReceived().validVotes()));
        }
    }

    @Test
    void aLaterVersionOfADistrictTellsWhatChangedAndWhy() throws IOException {
        var district = ManySnapshots.version(ManySnapshots.districts(3, 2, 3).get("35.09.02"), 2);
        var changes = List.of(
                new Change(
                        "races[RACE1].byReceived.candidates[2].votes",
                        "1274",
                        "1275",
                        List.of("C1 TPS 003 Desa Ajung: versi 1 menjadi 2")),
                new Change("turnout.percent", "70.1", "70.2", List.of()));

        var text = read(
                "tier-district-v2",
                PDF.of(material(district, TierState.SEALED, signed("PLH", null), changes, Map.of())));

        assertThat(text)
                .contains("Plh. Sekretaris Daerah", "TPS yang dimaklumi", "Tidak ada sinyal")
                .contains(
                        "PERUBAHAN dari versi 1".substring(10),
                        "C1 · Pemilihan nomor 1 · semua C1 masuk · calon nomor · 2 · suara",
                        "1.274",
                        "1.275")
                .contains("C1 TPS 003 Desa Ajung: versi 1 menjadi 2");
    }

    @Test
    void sheetsOfRacesWithLongNamesStayApart() {
        var taken = new HashSet<String>();

        assertThat(ReportWorkbook.named("Suara DPRD Kabupaten Jember Daerah Pemilihan 1", taken))
                .isEqualTo("Suara DPRD Kabupaten Jember Dae");
        assertThat(ReportWorkbook.named("Suara DPRD Kabupaten Jember Daerah Pemilihan 2", taken))
                .isEqualTo("Suara DPRD Kabupaten Jember D 2");
        assertThat(ReportWorkbook.named("Suara [A]/B", taken)).isEqualTo("Suara  A  B");
    }

    @Test
    void theEveIsDatedByItsOwnDay() {
        var district = ManySnapshots.districts(1, 1, 2).get("35.09.01");

        assertThat(WORDS.day(district)).isEqualTo("Rabu, 27 November 2024");
        assertThat(WORDS.day(ManySnapshots.at(district, "H-1", ManySnapshots.DUE.minusDays(1))))
                .isEqualTo("Selasa, 26 November 2024");
        assertThat(WORDS.day(ManySnapshots.at(district, "24.00", ManySnapshots.DUE.plusHours(5))))
                .isEqualTo("Rabu, 27 November 2024");
    }
}
