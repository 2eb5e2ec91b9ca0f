package font

// Names of the Latin characters other than plain letters (annex D.2), and further ones that encodings of records use, each with its text.
const (
	latinNames = `exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash
zero one two three four five six seven eight nine colon semicolon less equal greater question at bracketleft backslash bracketright
asciicircum underscore grave braceleft bar braceright asciitilde quoteleft quoteright
exclamdown cent sterling fraction yen florin section currency quotedblleft guillemotleft guilsinglleft guilsinglright fi fl ff ffi ffl
endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand
questiondown acute circumflex tilde macron breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash
AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls
Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Eth Iacute Icircumflex Idieresis Igrave
Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Thorn Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron
aacute acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave eth iacute icircumflex idieresis igrave
ntilde oacute ocircumflex odieresis ograve otilde scaron thorn uacute ucircumflex udieresis ugrave yacute ydieresis zcaron
brokenbar copyright degree divide logicalnot minus mu multiply onehalf onequarter onesuperior plusminus registered threequarters
threesuperior trademark twosuperior Euro middot nonbreakinghyphen lessequal greaterequal notequal infinity summation radical
alpha beta gamma delta Delta pi Omega arrowleft arrowright arrowup arrowdown
a19 a20 a21 a22 a23 a24 a71 a73 a76 square H18533 checkbox checkboxchecked`
	latinTexts = `! " # $ % & ' ( ) * + , - . /
0 1 2 3 4 5 6 7 8 9 : ; < = > ? @ [ \ ]
^ _ ` + "` { | } ~ ‘ ’" + `
¡ ¢ £ ⁄ ¥ ƒ § ¤ “ « ‹ › fi fl ff ffi ffl
– † ‡ · ¶ • ‚ „ ” » … ‰
¿ ´ ˆ ˜ ¯ ˘ ˙ ¨ ˚ ¸ ˝ ˛ ˇ —
Æ ª Ł Ø Œ º æ ı ł ø œ ß
Á Â Ä À Å Ã Ç É Ê Ë È Ð Í Î Ï Ì
Ñ Ó Ô Ö Ò Õ Š Þ Ú Û Ü Ù Ý Ÿ Ž
á â ä à å ã ç é ê ë è ð í î ï ì
ñ ó ô ö ò õ š þ ú û ü ù ý ÿ ž
¦ © ° ÷ ¬ − µ × ½ ¼ ¹ ± ® ¾
³ ™ ² € · ‑ ≤ ≥ ≠ ∞ ∑ √
α β γ δ Δ π Ω ← → ↑ ↓
✓ ✔ ✕ ✖ ✗ ✘ ● ■ ▲ ☐ ■ ☐ ☒`
)
