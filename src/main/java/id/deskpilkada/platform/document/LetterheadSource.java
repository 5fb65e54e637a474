package id.deskpilkada.platform.document;

/** Knows the letterhead of this installation. */
public interface LetterheadSource {

    Letterhead letterhead();
}
