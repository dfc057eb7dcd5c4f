export { type TextTone, ToneText } from './ToneText';
