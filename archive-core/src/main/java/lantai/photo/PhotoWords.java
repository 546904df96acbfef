package lantai.photo;

/**
 * What is said of a photo group.
 *
 * @param title what it shows (组题名)
 * @param theme the main text on it: what happened, who was there and why (组说明); may be empty
 * @param photographer of all its photos, where they have one (摄影者); may be empty
 * @param place where they were taken (地点); may be empty
 */
public record PhotoWords(String title, String theme, String photographer, String place) {
    /** {@return the same without blanks around it} */
    PhotoWords stripped() {
        return new PhotoWords(title.strip(), theme.strip(), photographer.strip(), place.strip());
    }
}
