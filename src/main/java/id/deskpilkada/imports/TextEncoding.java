package id.deskpilkada.imports;

import id.deskpilkada.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the text of a CSV is encoded: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Windows-1252, never with guessed characters. */
record TextEncoding(Charset charset, int offset) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextEncoding of(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            return checked(content, new TextEncoding(StandardCharsets.UTF_16, 0));
        }
        refuseControlCharacters(content);
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return checked(content, new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        TextEncoding unicode = new TextEncoding(StandardCharsets.UTF_8, 0);
        int fault = unicode.firstFault(content);
        if (fault < 0) {
            return unicode;
        }
        if (hasSpecialCharacter(content, fault)) {
            throw broken(content, fault);
        }
        return checked(content, new TextEncoding(WINDOWS, 0));
    }

    Reader reader(byte[] content) {
        return new InputStreamReader(new ByteArrayInputStream(content, offset, content.length - offset), charset);
    }

    private static TextEncoding checked(byte[] content, TextEncoding encoding) {
        int fault = encoding.firstFault(content);
        if (fault >= 0) {
            throw broken(content, fault);
        }
        return encoding;
    }

    private static Problem broken(byte[] content, int fault) {
        int line = 1;
        for (int i = 0; i < fault; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return Problem.unprocessable("BROKEN_ENCODING", Integer.toString(line));
    }

    private int firstFault(byte[] content) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content, offset, content.length - offset);
        CharBuffer out = CharBuffer.allocate(8_192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    /** Valid UTF-8 beyond ASCII hardly ever occurs by chance: such a file is damaged UTF-8 and no Windows-1252. */
    private static boolean hasSpecialCharacter(byte[] content, int before) {
        for (int i = 0; i < before; i++) {
            if (content[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static void refuseControlCharacters(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                throw Problem.unprocessable("NOT_A_TABLE");
            }
        }
    }

    private static boolean startsWith(byte[] content, int... magic) {
        return TableFile.startsWith(content, magic);
    }
}
