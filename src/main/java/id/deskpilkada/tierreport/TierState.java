package id.deskpilkada.tierreport;

/** What has become of a version. */
public enum TierState {
    /** Its figures are frozen and the desk looks at it. */
    CHECKING,
    /** It waits for its signature. */
    SIGNING,
    /** A district's, sealed by its head. */
    SEALED,
    /** The regency's, approved by a leader. */
    APPROVED,
    /** No signature is asked for. */
    AUTOMATIC,
    /** Given back by the tier above. */
    RETURNED,
    /** Never signed: its round ended, or a later version took its place before that. */
    UNSEALED
}
