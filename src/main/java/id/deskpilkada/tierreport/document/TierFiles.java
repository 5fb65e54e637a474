package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.document.Sheets;
import java.util.Locale;

/** The documents of one version, each made when it is asked for. */
public interface TierFiles {

    /** The kinds of file that a report is given as. */
    enum Format {
        PDF("application/pdf"),
        XLSX(Sheets.MEDIA_TYPE),
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of the report, by which it is checked. */
    String code();

    /** Digits of the district or region. */
    String area();

    byte[] as(Format format);

    /** {@code laporan-36.04.05-13.30-v2.pdf}. */
    String name(Format format);

    /** Changes with what the documents say. */
    String etag(Format format);

    default byte[] pdf() {
        return as(Format.PDF);
    }

    default byte[] xlsx() {
        return as(Format.XLSX);
    }

    default byte[] csv() {
        return as(Format.CSV);
    }

    default byte[] json() {
        return as(Format.JSON);
    }
}
