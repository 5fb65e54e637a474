package id.deskpilkada.imports;

import id.deskpilkada.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;

/** An uploaded file, told apart by its content: its name and declared type prove nothing. */
final class TableFile {

    static final int MOST_BYTES = 32 * 1024 * 1024;

    private TableFile() {}

    /** @throws Problem 413 or 422 if the file as a whole cannot be read; single bad cells are in the rows' problems */
    static ReadTable read(byte[] content, List<Column> columns) {
        if (content.length == 0) {
            throw Problem.unprocessable("EMPTY_FILE");
        }
        if (content.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "FILE_TOO_LARGE", MOST_BYTES / 1024 / 1024);
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            throw Problem.unprocessable(isEncrypted(content) ? "ENCRYPTED_WORKBOOK" : "OLD_EXCEL");
        }
        return startsWith(content, 'P', 'K') ? WorkbookTable.read(content, columns) : CsvTable.read(content, columns);
    }

    static boolean startsWith(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || content[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A workbook with a password is an OLE2 file like the old format; only its stream's name tells. */
    private static boolean isEncrypted(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(
                new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
