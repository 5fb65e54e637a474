package id.deskpilkada.fieldreport.photo;

/**
 * How often a JPEG goes over its picture. Cameras do so once, programs that write for slow lines some ten times; a few bytes more are one time more, and each costs the decoder the whole picture.
 */
final class JpegScans {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_WITHOUT_LENGTH = 0xD0;
    private static final int LAST_WITHOUT_LENGTH = 0xD8;

    private final byte[] file;
    private int at;

    private JpegScans(byte[] file) {
        this.file = file;
    }

    /** Of the first picture in the file, as far as it can be followed. */
    static int count(byte[] file) {
        return new JpegScans(file).count();
    }

    private int count() {
        int scans = 0;
        for (int marker = next(); marker >= 0 && marker != END_OF_IMAGE; marker = next()) {
            scans += marker == START_OF_SCAN ? 1 : 0;
            at += hasLength(marker) ? length() : 0;
        }
        return scans;
    }

    /** The next marker; what is compressed holds none but those that only divide it. -1 at the end. */
    private int next() {
        while (at + 1 < file.length) {
            int code = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) == MARKER && code != 0 && code != MARKER) {
                at += 2;
                return code;
            }
            at++;
        }
        return -1;
    }

    private static boolean hasLength(int marker) {
        return marker != TEMPORARY && (marker < FIRST_WITHOUT_LENGTH || marker > LAST_WITHOUT_LENGTH);
    }

    private int length() {
        return at + 1 < file.length ? Math.max(2, (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) : 2;
    }
}
