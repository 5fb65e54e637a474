package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.c1.written.C1DataFixture;

/** A form and its photo for tests of other features. */
public final class C1HttpPhotos {

    private C1HttpPhotos() {}

    /** A photo that differs by its shade, 0 to 255. */
    public static byte[] page(int shade) {
        return C1HttpTests.page(shade);
    }

    /** Figures on which every equation holds. */
    public static ObjectNode clean() {
        return C1DataFixture.cleanJson();
    }
}
