package id.deskpilkada.imports;

import static id.deskpilkada.imports.SampleFiles.csv;
import static id.deskpilkada.imports.SampleFiles.refusal;
import static id.deskpilkada.imports.SampleFiles.row;
import static id.deskpilkada.imports.SampleFiles.rows;
import static id.deskpilkada.imports.SampleFiles.stations;
import static id.deskpilkada.imports.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class WorkbookPartsTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void aZipThatIsNoWorkbookIsRefused() {
        byte[] other = zip(Map.of("word/document.xml", csv("<a/>"), "[Content_Types].xml", csv("<Types/>")));

        assertThat(refusal(other).code()).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(zip(Map.of("a.txt", csv("a")))).code()).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(zip(Map.of())).code()).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(csv("PK\u0003\u0004 and nothing else")).code()).isEqualTo("NOT_A_WORKBOOK");
    }

    @Test
    void aWorkbookCutOffInTransferIsRefused() {
        byte[] whole = good();

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)).code()).isEqualTo("NOT_A_WORKBOOK");
    }

    @Test
    void theOldFormatAndAPasswordAreToldApart() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("TPS").createRow(0).createCell(0).setCellValue("kode_tps");
            workbook.write(old);
        }
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptedPackage");
            files.writeFilesystem(locked);
        }

        assertThat(refusal(old.toByteArray()).code()).isEqualTo("OLD_EXCEL");
        assertThat(refusal(locked.toByteArray()).code()).isEqualTo("ENCRYPTED_WORKBOOK");
    }

    @Test
    void aBombIsRefusedBeforeAnythingIsParsed() {
        byte[] sheet = new byte[48 * 1024 * 1024];
        Arrays.fill(sheet, (byte) ' ');
        byte[] bomb = changed(good(), "xl/media/extra.bin", xml -> new String(sheet, StandardCharsets.ISO_8859_1));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            many.put("xl/" + i, new byte[0]);
        }

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(refusal(bomb).code()).isEqualTo("ZIP_BOMB");
        assertThat(refusal(zip(many)).code()).isEqualTo("ZIP_BOMB");
    }

    @Test
    void entitiesAndReferencesOutsideAnySheetAreRefused() {
        byte[] entities = changed(good(), SHEET, xml -> xml.replaceFirst(
                        "<worksheet", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet")
                .replaceFirst("<v>0</v>", "<v>&x;</v>"));
        byte[] far = changed(good(), SHEET, xml -> xml.replace("r=\"A2\"", "r=\"ZZZZZZ2\""));

        assertThat(refusal(entities).code()).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(far).code()).isEqualTo("NOT_A_WORKBOOK");
    }

    @Test
    void aWorkbookWithoutStylesIsRead() {
        byte[] plain = changed(good(), "[Content_Types].xml", xml -> xml.replaceAll("<Override[^>]*styles[^>]*/>", ""));

        assertThat(rows(plain)).hasSize(1);
    }

    private static byte[] good() {
        return stations(sheet -> row(sheet, 1, "3604052002001", "Balai desa"));
    }

    /** The archive with one part rewritten, or added if it was not there. */
    private static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String before = new String(entries.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        entries.put(part, csv(after));
        return zip(entries);
    }
}
