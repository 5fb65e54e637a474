package id.deskpilkada.imports;

import static org.junit.jupiter.api.Assertions.assertThrows;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as officials send them, made on the spot. */
final class SampleFiles {

    static final List<Column> STATIONS = List.of(
            Column.required("tps_code", "kode_tps").example("3604052002001").note("Kode TPS 13 angka."),
            Column.optional("address", "alamat").example("Balai desa"),
            Column.optional("lat").example("-6.1201"),
            Column.optional("open", "buka").choices("ya", "tidak"));

    private SampleFiles() {}

    static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(Consumer<XSSFWorkbook> fill) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook whose first sheet has the four headers and whatever is added. */
    static byte[] stations(Consumer<XSSFSheet> fill) {
        return workbook(workbook -> {
            XSSFSheet sheet = workbook.createSheet("TPS");
            row(sheet, 0, "kode_tps", "alamat", "lat", "buka");
            fill.accept(sheet);
        });
    }

    static XSSFRow row(XSSFSheet sheet, int index, String... texts) {
        XSSFRow row = sheet.createRow(index);
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<ImportRow> rows(byte[] content) {
        return TableFile.read(content, STATIONS).rows().stream().toList();
    }

    static Problem refusal(byte[] content) {
        return assertThrows(Problem.class, () -> TableFile.read(content, STATIONS));
    }

    static List<FieldProblem> faults(byte[] content) {
        return TableFile.read(content, STATIONS).rows().problems().list();
    }
}
