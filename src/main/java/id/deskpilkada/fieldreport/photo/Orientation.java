package id.deskpilkada.fieldreport.photo;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** How the camera was held, as the photo's EXIF data say it: 1 is upright, 2 to 8 as the EXIF standard numbers the turned and mirrored ones. */
record Orientation(int number) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /** Upright when the file does not say, or says it in a way that cannot be read. PNG files are not asked: their readers unpack whatever a file claims to hold. */
    static Orientation of(byte[] file, ImageType type) {
        try {
            return switch (type) {
                case JPEG ->
                    of(JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader())));
                case WEBP -> of(WebpMetadataReader.readMetadata(new ByteArrayInputStream(file)));
                case PNG -> UPRIGHT;
            };
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private static Orientation of(Metadata metadata) throws MetadataException {
        var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
            return UPRIGHT;
        }
        var number = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
    }

    boolean turnsSideways() {
        return number >= 5;
    }

    /** Puts an image of this size upright. */
    AffineTransform upright(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
