package lantai.ingest.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs files for tests, with a key and a certificate made for it.
 *
 * @param algorithm of the signature, such as {@code SM3withSM2}
 */
record Signed(KeyPair keys, X509Certificate certificate, String algorithm) {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    static Signed sm2() throws GeneralSecurityException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return of(generator.generateKeyPair(), "SM3withSM2", NOW.plusSeconds(86_400L * 365));
    }

    static Signed rsa(Instant until) throws GeneralSecurityException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return of(generator.generateKeyPair(), "SHA256withRSA", until);
    }

    private static Signed of(KeyPair keys, String algorithm, Instant until)
            throws GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=样例·电子印章,O=样例,C=CN");
        var holder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(990101),
                        Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                        Date.from(until),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(keys.getPrivate()));
        return new Signed(
                keys, new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder), algorithm);
    }

    /** {@return SHA-256 of the certificate} */
    String fingerprint() throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /** Writes a PDF of some pages with one signature over all of it. */
    Path pdf(Path file, int pages) throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(plain, CompressParameters.NO_COMPRESSION);
        }
        try (var document = Loader.loadPDF(plain.toByteArray());
                var out = Files.newOutputStream(file)) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            var at = Calendar.getInstance();
            at.setTime(Date.from(NOW));
            signature.setSignDate(at);
            document.addSignature(signature, content -> cms(content.readAllBytes()));
            document.saveIncremental(out);
        }
        return file;
    }

    private byte[] cms(byte[] content) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build())
                    .build(
                            new JcaContentSignerBuilder(algorithm)
                                    .setProvider(PROVIDER)
                                    .build(keys.getPrivate()),
                            certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException | CMSException failure) {
            throw new IOException(failure);
        }
    }

    /** Writes an OFD of one page, sealed as GB/T 38540 has it. */
    Path ofd(Path file) throws IOException, GeneralSecurityException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "OFD.xml",
                xml("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody>"
                        + "<ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                        + "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>"));
        parts.put(
                "Doc_0/Document.xml",
                xml("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:PageArea>"
                        + "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
                        + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"));
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content>"
                        + "<ofd:Layer ID=\"2\"><ofd:TextObject ID=\"3\" Boundary=\"20 20 100 10\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">"
                        + "样例金额壹佰元</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"));
        var list = xml(references(parts));
        parts.put(
                "Doc_0/Signs/Signatures.xml",
                xml("<ofd:Signatures xmlns:ofd=\"http://www.ofdspec.org/2016\">"
                        + "<ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"Sign_0/Signature.xml\"/></ofd:Signatures>"));
        parts.put("Doc_0/Signs/Sign_0/Signature.xml", list);
        parts.put("Doc_0/Signs/Sign_0/SignedValue.dat", seal(list));
        write(file, parts);
        return file;
    }

    private static String references(Map<String, byte[]> parts) throws GeneralSecurityException {
        var text = new StringBuilder("<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo>"
                + "<ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>"
                + "<ofd:References CheckMethod=\"1.2.156.10197.1.401\">");
        for (var part : parts.entrySet()) {
            text.append("<ofd:Reference FileRef=\"/")
                    .append(part.getKey())
                    .append("\"><ofd:CheckValue>")
                    .append(Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SM3", PROVIDER).digest(part.getValue())))
                    .append("</ofd:CheckValue></ofd:Reference>");
        }
        return text.append("</ofd:References></ofd:SignedInfo><ofd:SignedValue>/Doc_0/Signs/Sign_0/SignedValue.dat"
                        + "</ofd:SignedValue></ofd:Signature>")
                .toString();
    }

    private byte[] seal(byte[] list) throws IOException, GeneralSecurityException {
        var signed = new ASN1EncodableVector();
        signed.add(new ASN1Integer(4));
        signed.add(new DERSequence());
        signed.add(new ASN1GeneralizedTime(Date.from(NOW)));
        signed.add(new DERBitString(MessageDigest.getInstance("SM3", PROVIDER).digest(list)));
        signed.add(new DERIA5String("/Doc_0/Signs/Sign_0/Signature.xml"));
        var what = new DERSequence(signed);
        var signer = Signature.getInstance("SM3withSM2", PROVIDER);
        signer.initSign(keys.getPrivate());
        signer.update(what.getEncoded("DER"));
        var value = new ASN1EncodableVector();
        value.add(what);
        value.add(new DEROctetString(certificate.getEncoded()));
        value.add(GMObjectIdentifiers.sm2sign_with_sm3);
        value.add(new DERBitString(signer.sign()));
        return new DERSequence(value).getEncoded("DER");
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    static void write(Path file, Map<String, byte[]> parts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Writes the parts of a zip again, one of them with one text replaced by another. */
    static Path altered(Path file, Path copy, String part, String before, String after) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readAllBytes();
                parts.put(
                        entry.getName(),
                        entry.getName().equals(part)
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(before, after)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        write(copy, parts);
        return copy;
    }
}
