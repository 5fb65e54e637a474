package id.deskpilkada.sms;

/** What has become of an SMS. */
public enum SmsState {
    WAITING,
    TAKEN,
    ASKED,
    REFUSED,
    PARKED,
    ANSWERED,
    DISMISSED
}
