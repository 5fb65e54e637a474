package id.deskpilkada.imports;

import static id.deskpilkada.imports.SampleFiles.STATIONS;
import static id.deskpilkada.imports.SampleFiles.csv;
import static id.deskpilkada.imports.SampleFiles.faults;
import static id.deskpilkada.imports.SampleFiles.refusal;
import static id.deskpilkada.imports.SampleFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpilkada.platform.FieldProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundInTheHeaderLine(String separator) {
        String text = "tps_code" + separator + "address" + separator + "lat\n3604052002001" + separator
                + "\"Jl. A, No; 1\"" + separator + "-6.1\n";

        ImportRow row = rows(csv(text)).get(0);

        assertThat(row.text("tps_code")).isEqualTo("3604052002001");
        assertThat(row.text("address")).isEqualTo("Jl. A, No; 1");
        assertThat(row.text("lat")).isEqualTo("-6.1");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() {
        assertThat(rows(csv("\uFEFFkode_tps\r\n3604052002001\r\n")))
                .singleElement()
                .satisfies(row -> assertThat(row.text("tps_code")).isEqualTo("3604052002001"));
    }

    @Test
    void windows1252IsReadWhereUtf8FailsAndUtf16WithItsMark() {
        byte[] windows = "kode_tps;alamat\r\n1;Café é Désa “Baru”\r\n".getBytes(Charset.forName("windows-1252"));
        byte[] unicode = "kode_tps\talamat\r\n1\tCafé\r\n".getBytes(StandardCharsets.UTF_16);

        assertThat(rows(windows).get(0).text("address")).isEqualTo("Café é Désa “Baru”");
        assertThat(rows(unicode).get(0).text("address")).isEqualTo("Café");
    }

    @Test
    void bytesOfNeitherEncodingAreRefusedWithTheirLine() {
        byte[] neither = bytes("kode_tps,alamat\n1,a\n2,", new byte[] {(byte) 0x81, (byte) 0x8D}, "\n");
        byte[] damaged = bytes("kode_tps,alamat\n1,Café\n2,", new byte[] {(byte) 0xC3}, "x\n");
        byte[] markedButBroken = bytes("\uFEFFkode_tps,alamat\n1,", new byte[] {(byte) 0xE9}, "\n");

        assertThat(refusal(neither).code()).isEqualTo("BROKEN_ENCODING");
        assertThat(refusal(neither).arguments()).containsExactly("3");
        assertThat(refusal(damaged).arguments()).containsExactly("3");
        assertThat(refusal(markedButBroken).arguments()).containsExactly("2");
    }

    @Test
    void quotedFieldsKeepSeparatorsQuotesAndLineBreaks() {
        List<ImportRow> rows = rows(csv("kode_tps,alamat\r\n1,\"Kp. \"\"Baru\"\",\r\nRT 1\"\r\n2,B\r\n"));

        assertThat(rows.get(0).text("address")).isEqualTo("Kp. \"Baru\",\r\nRT 1");
        assertThat(rows).extracting(ImportRow::number).containsExactly(2, 3);
    }

    @Test
    void aQuoteWithoutPartnerIsRefusedWithItsRow() {
        assertThat(refusal(csv("kode_tps,alamat\n1,a\n2,\"b\n3,c\n")).code()).isEqualTo("BROKEN_QUOTES");
        assertThat(refusal(csv("kode_tps,alamat\n1,a\n2,\"b\n3,c\n")).arguments())
                .containsExactly("3");
    }

    @Test
    void headersMatchInAnyCaseAndByAliasAndOthersAreReportedAsIgnored() {
        ReadTable table = TableFile.read(csv("Catatan; KODE TPS ;Alamat;nomor\nx;1;A;7\n"), STATIONS);

        assertThat(table.rows().iterator().next().text("tps_code")).isEqualTo("1");
        assertThat(table.rows().hasColumn("address")).isTrue();
        assertThat(table.rows().hasColumn("lat")).isFalse();
        assertThat(table.ignoredColumns()).containsExactly("Catatan", "nomor");
    }

    @Test
    void aMissingColumnNamesWhatIsMissingAndWhatWasFound() {
        assertThat(refusal(csv("alamat,lat\nA,1\n")).code()).isEqualTo("MISSING_COLUMNS");
        assertThat(refusal(csv("alamat,lat\nA,1\n")).arguments()).containsExactly("tps_code (kode_tps)", "alamat, lat");
    }

    @Test
    void aColumnThatComesTwiceIsRefusedAlsoUnderItsAlias() {
        assertThat(refusal(csv("kode_tps,alamat,tps_code\n1,A,2\n")).code()).isEqualTo("DUPLICATE_COLUMN");
    }

    @Test
    void emptyFilesAndFilesWithoutRowsAreRefused() {
        assertThat(refusal(csv("")).code()).isEqualTo("EMPTY_FILE");
        assertThat(refusal(csv("\r\n \r\n;;\r\n")).code()).isEqualTo("EMPTY_FILE");
        assertThat(refusal(csv("kode_tps,alamat\n")).code()).isEqualTo("NO_ROWS");
    }

    @Test
    void blankLinesAreSkippedButCountedLikeInASpreadsheet() {
        assertThat(rows(csv("kode_tps,alamat\n\n1,A\n , \n2,B\n\n")))
                .extracting(ImportRow::number)
                .containsExactly(3, 5);
    }

    @Test
    void apostrophesHardSpacesAndInvisibleCharactersAreTrimmed() {
        ImportRow row = rows(csv("kode_tps,alamat,lat\n\u00A0'3604052002001\u200B\u00A0,\uFEFF  ' ,a\u00A0\u200Bb\n"))
                .get(0);

        assertThat(row.text("tps_code")).isEqualTo("3604052002001");
        assertThat(row.text("address")).isNull();
        assertThat(row.text("lat")).isEqualTo("a b");
    }

    @Test
    void columnsMayStandInAnyOrderAmongHundredsOfOthers() {
        String others = "lain;".repeat(5_000);
        ReadTable table = TableFile.read(csv("alamat;" + others + "lat;kode_tps\nA;" + others + "-6;1\n"), STATIONS);
        ImportRow row = table.rows().iterator().next();

        assertThat(row.text("tps_code")).isEqualTo("1");
        assertThat(row.text("address")).isEqualTo("A");
        assertThat(row.text("lat")).isEqualTo("-6");
        assertThat(table.ignoredColumns()).hasSize(200);
    }

    @Test
    void aRowWiderThanTheHeaderIsNamed() {
        FieldProblem fault =
                faults(csv("kode_tps,alamat\n1,Jl. A, No. 1\n2,B,\n")).get(0);

        assertThat(fault.code()).isEqualTo("TOO_MANY_CELLS");
        assertThat(fault.row()).isEqualTo(2);
        assertThat(fault.value()).isEqualTo("No. 1");
        assertThat(faults(csv("kode_tps,alamat\n1,Jl. A, No. 1\n2,B,\n"))).hasSize(1);
    }

    @Test
    void aTextBeyondAllReasonIsNamed() {
        assertThat(faults(csv("kode_tps,alamat\n1," + "x".repeat(2_001) + "\n")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("TEXT_TOO_LONG"));
    }

    @Test
    void anImageOrPdfIsNoTable() {
        assertThat(refusal(bytes("", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}, ""))
                        .code())
                .isEqualTo("NOT_A_TABLE");
        assertThat(refusal(csv("%PDF-1.7\n\u0001")).code()).isEqualTo("NOT_A_TABLE");
        assertThat(refusal(csv("<html><body>a,b</body></html>")).code()).isEqualTo("MISSING_COLUMNS");
    }

    @Test
    void filesBeyondTheLimitsAreRefused() {
        byte[] large = new byte[TableFile.MOST_BYTES + 1];
        byte[] rows = csv("kode_tps\n" + "1\n".repeat(TableCollector.MOST_ROWS));
        byte[] oneMore = csv("kode_tps\n" + "1\n".repeat(TableCollector.MOST_ROWS + 1));

        assertThat(refusal(large).code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(refusal(large).status().value()).isEqualTo(413);
        assertThat(rows(rows)).hasSize(TableCollector.MOST_ROWS);
        assertThat(refusal(oneMore).code()).isEqualTo("TOO_MANY_ROWS");
    }

    @Test
    void allStationsOfBantenAreReadUnderTheirPublishedHeaders() throws IOException {
        Path file = Path.of("../shared/data/pilkada2024/tps_list_banten.csv");
        assumeTrue(Files.exists(file));
        List<Column> columns = List.of(
                Column.optional("tps_code", "kode_tps"),
                Column.optional("village_code", "kode_desa"),
                Column.optional("tps_number", "nomor_tps"));

        ReadTable table = TableFile.read(Files.readAllBytes(file), columns);

        assertThat(table.rows().count()).isEqualTo(17_231);
        assertThat(table.rows().problems().isEmpty()).isTrue();
        assertThat(table.rows().stream().map(row -> row.text("tps_code"))).allMatch(code -> code.matches("[0-9]{13}"));
        assertThat(table.ignoredColumns())
                .containsExactly("kode_kabkota", "kode_kecamatan", "kabkota", "kecamatan", "desa_kelurahan", "tps");
    }

    private static byte[] bytes(String before, byte[] middle, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(csv(before));
        out.writeBytes(middle);
        out.writeBytes(csv(after));
        return out.toByteArray();
    }
}
